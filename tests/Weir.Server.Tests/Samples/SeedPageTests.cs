using System.Diagnostics;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Samples;

/// <summary>The sample that does in C# what OpenRouter's page about Arize shows, as a process of its own against a live server.</summary>
public sealed class SeedPageTests
{
    private const string Project = "seed-page-test";

    [Fact]
    public async Task SeedPage_AnswersAndLeavesTheWholeTrace()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await RunAsync(server);

        Assert.NotEmpty(answer.Trim());
        var spans = await SpansAsync(server);
        var call = Assert.Single(spans, static span => Attribute(span, "llm.system") is not null && Name(span) == "ChatCompletion");
        Assert.Contains("haiku", Attribute(call, "llm.input_messages.0.message.content")!, StringComparison.Ordinal);
        Assert.Equal(answer.Trim(), Attribute(call, "llm.output_messages.0.message.content")!.Trim());
        Assert.Equal("meta-llama/llama-3.1-8b-instruct:free", Attribute(call, "llm.model_name"));
        Assert.Equal("Simulator", Attribute(call, "openrouter.provider_name"));
        Assert.NotNull(Attribute(call, "llm.token_count.total"));
        Assert.NotNull(Attribute(call, "llm.cost.total"));
        Assert.Contains(spans, span => Name(span) != "ChatCompletion" && Parent(span) == call.GetProperty("context").GetProperty("span_id").GetString());
    }

    private static async Task<string> RunAsync(TestServer server)
    {
        var program = Path.Combine(Repository.Root, "samples", "SeedPage", "bin", Repository.Configuration, "net10.0", "Weir.Samples.SeedPage.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        start.Environment["ARIZE_SPACE_ID"] = "any-space";
        start.Environment["ARIZE_API_KEY"] = server.InferenceKey;
        start.Environment["ARIZE_PROJECT_NAME"] = Project;
        start.Environment["ARIZE_COLLECTOR_ENDPOINT"] = server.Address.ToString();
        start.Environment["OPENROUTER_BASE_URL"] = new Uri(server.Address, "/api/v1").ToString();
        start.Environment["OPENROUTER_API_KEY"] = server.InferenceKey;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }

    private static async Task<JsonElement[]> SpansAsync(TestServer server)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var response = await server.SendAsync(HttpMethod.Get, $"/v1/projects/{Project}/spans", server.InferenceKey);
            if (response.IsSuccessStatusCode && (await TestServer.ReadJsonAsync(response)).GetProperty("data").EnumerateArray().ToArray() is { Length: > 1 } spans)
            {
                return spans;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"The project {Project} did not get the spans of the caller and of the gateway.");
    }

    private static string? Attribute(JsonElement span, string name) =>
        span.GetProperty("attributes").TryGetProperty(name, out var value) ? value.ToString() : null;

    private static string? Name(JsonElement span) => span.GetProperty("name").GetString();

    private static string? Parent(JsonElement span) => span.GetProperty("parent_id").GetString();
}
