using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;
using SentSpans = Weir.Server.Tests.Traces.Otlp;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Experiments of a live server: counts, what is incomplete, what cannot be written again, exports.</summary>
public sealed class ExperimentTests
{
    private const string Times = "\"start_time\":\"2026-01-01T00:00:00Z\",\"end_time\":\"2026-01-01T00:00:01.5Z\"";

    [Fact]
    public async Task Runs_SucceedFailAndAreMissing_AndTheCountsSaySo()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, examples) = await StartAsync(server, """{"repetitions":2}""");

        _ = await RunAsync(server, experiment, examples[0], 1, "\"output\":{\"n\":1.50}");
        _ = await RunAsync(server, experiment, examples[0], 2, "\"error\":\"it broke\"");

        var read = (await server.GetJsonAsync($"/v1/experiments/{experiment}")).GetProperty("data");
        Assert.Equal((2, 1, 1, 2), (Number(read, "example_count"), Number(read, "successful_run_count"), Number(read, "failed_run_count"), Number(read, "missing_run_count")));
        var incomplete = await server.GetJsonAsync($"/v1/experiments/{experiment}/incomplete-runs?limit=1");
        Assert.Equal("[2]", Assert.Single(incomplete.Data()).GetProperty("repetition_numbers").GetRawText());
        var next = await server.GetJsonAsync($"/v1/experiments/{experiment}/incomplete-runs?limit=1&cursor={incomplete.Text("next_cursor")}");
        Assert.Equal("[1,2]", Assert.Single(next.Data()).GetProperty("repetition_numbers").GetRawText());
        Assert.Equal(examples[1], next.Text("next_cursor") ?? next.Data()[0].GetProperty("dataset_example").Text("node_id"));
        var runs = await server.GetJsonAsync($"/v1/experiments/{experiment}/runs");
        Assert.Equal(["null", """{"n":1.50}"""], runs.Data().Select(run => run.GetProperty("output").GetRawText()));
    }

    [Fact]
    public async Task Run_Again_ReplacesAFailureAndNoSuccess()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, examples) = await StartAsync(server, "{}");

        var failed = await RunAsync(server, experiment, examples[0], 1, "\"error\":\"it broke\"");
        var done = await RunAsync(server, experiment, examples[0], 1, "\"output\":1");
        var again = await server.RefusalAsync(HttpMethod.Post, $"/v1/experiments/{experiment}/runs", Run(examples[0], 1, "\"output\":2"));
        var beyond = await server.RefusalAsync(HttpMethod.Post, $"/v1/experiments/{experiment}/runs", Run(examples[0], 2, "\"output\":2"));
        var stranger = await server.RefusalAsync(HttpMethod.Post, $"/v1/experiments/{experiment}/runs", Run("RGF0YXNldEV4YW1wbGU6OTk=", 1, "\"output\":2"));

        Assert.Equal(failed, done);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (again.Status, beyond.Status, stranger.Status));
        Assert.Contains(done, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experiment_OfASplit_StaysAsItWasMade()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, _) = await StartAsync(server, """{"splits":["train"]}""");

        _ = await server.UploadAsync("""{"name":"qa","action":"append","inputs":[{"n":3}],"splits":["train"]}""");

        Assert.Equal(1, Number((await server.GetJsonAsync($"/v1/experiments/{experiment}")).GetProperty("data"), "example_count"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Post, "/v1/datasets/RGF0YXNldDox/experiments", """{"splits":["none"]}""")).Status);
    }

    [Fact]
    public async Task Evaluations_AreReplacedByNameAndMissedWhereTheyFailed()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, examples) = await StartAsync(server, "{}");
        var run = await RunAsync(server, experiment, examples[0], 1, "\"output\":1");
        _ = await RunAsync(server, experiment, examples[1], 1, "\"error\":\"it broke\"");

        var first = await EvaluateAsync(server, run, "quality", "\"result\":{\"score\":0.25,\"label\":\"bad\"}");
        var second = await EvaluateAsync(server, run, "quality", "\"result\":{\"score\":1,\"label\":\"=good\",\"explanation\":\"e\"}");
        _ = await EvaluateAsync(server, run, "tone", "\"result\":null,\"error\":\"judge broke\"");

        Assert.Equal(first, second);
        var missing = Assert.Single((await server.GetJsonAsync($"/v1/experiments/{experiment}/incomplete-evaluations?evaluation_name=tone&evaluation_name=quality&evaluation_name=new")).Data());
        Assert.Equal("""["new","tone"]""", missing.GetProperty("evaluation_names").GetRawText());
        Assert.Equal(HttpStatusCode.BadRequest, (await server.RefusalAsync(HttpMethod.Get, $"/v1/experiments/{experiment}/incomplete-evaluations")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Post, "/v1/experiment_evaluations", Evaluation(run, "x", "\"result\":null"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Post, "/v1/experiment_evaluations", Evaluation("RXhwZXJpbWVudFJ1bjo5OQ==", "x", "\"error\":\"e\""))).Status);
        var csv = await server.DownloadAsync($"/v1/experiments/{experiment}/csv");
        Assert.Contains(",annotation_quality_label,annotation_quality_score,", csv, StringComparison.Ordinal);
        Assert.Contains(",'=good,1,e,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonExport_HasTheTokensOfTheTrace()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, examples) = await StartAsync(server, """{"name":"exp/\"1"}""");
        (string, string)[] attributes = [("openinference.span.kind", SentSpans.Text("LLM")), ("llm.token_count.prompt", SentSpans.Whole(12))];
        await SentSpans.SendAsync(server, "p", SentSpans.Span(1, 1, attributes: attributes));
        _ = await RunAsync(server, experiment, examples[0], 1, $"\"output\":\"é\",\"trace_id\":\"{SentSpans.TraceId(1)}\"");

        using var response = await server.SendAsync(HttpMethod.Get, $"/v1/experiments/{experiment}/json", server.InferenceKey);
        var record = Assert.Single(JsonElement.Parse(await response.Content.ReadAsStringAsync()).EnumerateArray());

        Assert.Equal("attachment; filename*=UTF-8''exp%2F%221.json", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal((examples[0], "é", 1500d, SentSpans.TraceId(1)), (record.Text("example_id"), record.Text("output"), record.GetProperty("latency_ms").GetDouble(), record.Text("trace_id")));
        Assert.Equal((12, JsonValueKind.Null), (Number(record, "prompt_token_count"), record.GetProperty("completion_token_count").ValueKind));
    }

    [Fact]
    public async Task Tags_PointAtOneExperimentOfADataset()
    {
        await using var server = await TestServer.StartAsync();
        var (first, _) = await StartAsync(server, "{}");
        var second = (await server.CallAsync(HttpMethod.Post, "/v1/datasets/RGF0YXNldDox/experiments", "{}")).GetProperty("data").Text("id");

        var tag = (await server.CallAsync(HttpMethod.Post, $"/v1/experiments/{first}/tags", """{"name":"baseline"}""")).GetProperty("data");
        var moved = (await server.CallAsync(HttpMethod.Post, $"/v1/experiments/{second}/tags", """{"name":"baseline","description":"new"}""")).GetProperty("data");
        await server.CallAsync(HttpMethod.Delete, $"/v1/experiments/{first}/tags/baseline");

        Assert.Equal(tag.Text("id"), moved.Text("id"));
        Assert.Empty((await server.GetJsonAsync($"/v1/experiments/{first}/tags")).Data());
        Assert.Equal("new", Assert.Single((await server.GetJsonAsync($"/v1/experiments/{second}/tags")).Data()).Text("description"));
        await server.CallAsync(HttpMethod.Delete, $"/v1/experiments/{second}/tags/{tag.Text("id")}");
        Assert.Empty((await server.GetJsonAsync($"/v1/experiments/{second}/tags")).Data());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.RefusalAsync(HttpMethod.Post, $"/v1/experiments/{second}/tags", """{"name":"Base line"}""")).Status);
    }

    [Fact]
    public async Task Delete_WithItsProject_TakesTheTracesToo()
    {
        await using var server = await TestServer.StartAsync();
        var (experiment, _) = await StartAsync(server, "{}");
        var project = (await server.GetJsonAsync($"/v1/experiments/{experiment}")).GetProperty("data").Text("project_name")!;
        await SentSpans.SendAsync(server, project, SentSpans.Span(1, 1));

        Assert.Equal(HttpStatusCode.Forbidden, (await server.RefusalAsync(HttpMethod.Delete, $"/v1/experiments/{experiment}", key: server.InferenceKey)).Status);
        await server.CallAsync(HttpMethod.Delete, $"/v1/experiments/{experiment}?delete_project=true");

        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/experiments/{experiment}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.RefusalAsync(HttpMethod.Get, $"/v1/projects/{project}")).Status);
    }

    private static async Task<(string Experiment, string[] Examples)> StartAsync(TestServer server, string body)
    {
        var id = (await server.UploadAsync("""{"name":"qa","inputs":[{"n":1},{"n":2}],"splits":["train",null]}""")).Text("dataset_id");
        var experiment = (await server.CallAsync(HttpMethod.Post, $"/v1/datasets/{id}/experiments", body, server.InferenceKey)).GetProperty("data").Text("id")!;
        return (experiment, [.. (await server.ExamplesAsync(id)).Select(example => example.Text("node_id")!)]);
    }

    private static async Task<string> RunAsync(TestServer server, string experiment, string example, int repetition, string members) =>
        (await server.CallAsync(HttpMethod.Post, $"/v1/experiments/{experiment}/runs", Run(example, repetition, members), server.InferenceKey)).GetProperty("data").Text("id")!;

    private static string Run(string example, int repetition, string members) => $$"""{"dataset_example_id":"{{example}}","repetition_number":{{repetition}},{{Times}},{{members}}}""";

    private static async Task<string> EvaluateAsync(TestServer server, string run, string name, string members) =>
        (await server.CallAsync(HttpMethod.Post, "/v1/experiment_evaluations", Evaluation(run, name, members), server.InferenceKey)).GetProperty("data").Text("id")!;

    private static string Evaluation(string run, string name, string members) => $$"""{"experiment_run_id":"{{run}}","name":"{{name}}","annotator_kind":"LLM",{{Times}},{{members}}}""";

    private static int Number(JsonElement item, string name) => item.GetProperty(name).GetInt32();
}
