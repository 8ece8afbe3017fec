using System.Globalization;
using System.Text.Json;
using Weir.Server.Tests.Testing;

namespace Weir.Ui.Tests.Testing;

/// <summary>A dataset of three sums with two experiments: one that got one right and failed once, one that got all right.</summary>
internal static class Experiments
{
    public static async Task FillAsync(TestServer server)
    {
        var dataset = Text(
            await PostAsync(server, "/v1/datasets/upload?sync=true", """{"name":"sums","inputs":[{"question":"1+1"},{"question":"2+2"},{"question":"3+3"}],"outputs":[{"answer":"2"},{"answer":"4"},{"answer":"6"}]}"""),
            "dataset_id");
        var examples = (await server.GetJsonAsync($"/v1/datasets/{dataset}/examples")).GetProperty("data").GetProperty("examples").EnumerateArray().Select(example => example.GetProperty("node_id").GetString()!).ToArray();
        await RunAsync(server, dataset, "first try", examples, ["2", "five", null]);
        await RunAsync(server, dataset, "second try", examples, ["2", "4", "6"]);
    }

    private static async Task RunAsync(TestServer server, string dataset, string name, string[] examples, string?[] answers)
    {
        var experiment = Text(await PostAsync(server, $"/v1/datasets/{dataset}/experiments", $$"""{"name":"{{name}}","repetitions":1}"""), "id");
        for (var index = 0; index < examples.Length; index++)
        {
            var outcome = answers[index] is { } answer ? $"\"output\":\"{answer}\"" : "\"output\":null,\"error\":\"The model did not answer in time.\"";
            var run = Text(
                await PostAsync(server, $"/v1/experiments/{experiment}/runs", $$"""{"dataset_example_id":"{{examples[index]}}","repetition_number":1,"start_time":"2026-11-23T05:00:00Z","end_time":"2026-11-23T05:00:01Z",{{outcome}}}"""),
                "id");
            var score = answers[index] == ((index + 1) * 2).ToString(CultureInfo.InvariantCulture) ? 1 : 0;
            _ = await PostAsync(
                server,
                "/v1/experiment_evaluations",
                $$$"""{"experiment_run_id":"{{{run}}}","name":"exact","annotator_kind":"CODE","start_time":"2026-11-23T05:00:01Z","end_time":"2026-11-23T05:00:01Z","result":{"score":{{{score}}}}}""");
        }
    }

    private static string Text(JsonElement answer, string name) => answer.GetProperty("data").GetProperty(name).GetString()!;

    private static async Task<JsonElement> PostAsync(TestServer server, string path, string body)
    {
        using var response = await server.SendAsync(HttpMethod.Post, path, server.InferenceKey, body);
        return await TestServer.ReadJsonAsync(response);
    }
}
