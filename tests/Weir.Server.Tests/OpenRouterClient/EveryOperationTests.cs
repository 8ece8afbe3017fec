using System.Text.RegularExpressions;
using Weir.OpenRouter;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.OpenRouterClient;

/// <summary>
/// Calls every operation that the client has, in one run. Against a Weir of its own, every operation that is served is called, and answered;
/// against <c>WEIR_OPENROUTER_URL</c> (with <c>WEIR_OPENROUTER_KEY</c> and <c>WEIR_OPENROUTER_MANAGEMENT_KEY</c>), whatever is there.
/// </summary>
public sealed partial class EveryOperationTests
{
    // Other spellings of what is called already.
    private static readonly string[] Aliases = ["/models/{id}", "/images/generations"];

    [Fact]
    public async Task EveryServedOperation_IsCalledAndAnswered()
    {
        await using var server = await TestServer.StartAsync();
        using var recorder = new CallRecorder();
        using var http = new HttpClient(recorder);
        var run = new OperationRun(Client(http, server.Address, server.InferenceKey), Client(http, server.Address, server.ManagementKey));
        await ManageAsync(server, HttpMethod.Patch, "/api/v1/workspaces/default", """{"is_observability_io_logging_enabled":true}""");
        await ManageAsync(server, HttpMethod.Post, "/scim/v2/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"everybody"}""");

        await run.CallEverythingAsync();

        Assert.Empty(NotCalled(server, recorder));
        Assert.Empty(Unanswered(run));
    }

    [Fact]
    public async Task AnotherBaseUrl_AnswersOrRefusesInItsOwnWords()
    {
        var address = Environment.GetEnvironmentVariable("WEIR_OPENROUTER_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(address), "WEIR_OPENROUTER_URL names no other server to call.");
        var key = Environment.GetEnvironmentVariable("WEIR_OPENROUTER_KEY") ?? "";
        var managementKey = Environment.GetEnvironmentVariable("WEIR_OPENROUTER_MANAGEMENT_KEY") ?? key;
        using var http = new HttpClient(new SocketsHttpHandler());
        var model = Environment.GetEnvironmentVariable("WEIR_OPENROUTER_MODEL") ?? "meta-llama/llama-3.1-8b-instruct:free";
        var run = new OperationRun(Client(http, new Uri(address!), key, path: ""), Client(http, new Uri(address!), managementKey, path: ""), model);

        await run.CallEverythingAsync();

        Assert.Contains(run.Outcomes, static outcome => outcome.Value is null);
        Assert.DoesNotContain(run.Outcomes, static outcome => outcome.Value is { Status: 0 or 200 });
    }

    // What has to be there before: groups come from a directory, and contents are kept of who wants that.
    private static async Task ManageAsync(TestServer server, HttpMethod method, string path, string body)
    {
        using var answer = await server.SendAsync(method, path, server.ManagementKey, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<string> NotCalled(TestServer server, CallRecorder recorder) => server.Served
        .Where(static operation => operation.Method is "GET" or "POST" or "PATCH" or "PUT" or "DELETE")
        .Where(static operation => operation.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal) && !Aliases.Contains(operation.Pattern["/api/v1".Length..]))
        .Where(operation => !recorder.Calls.Any(call => call.Method == operation.Method && Matches(operation.Pattern, call.Path)))
        .Select(static operation => $"{operation.Method} {operation.Pattern}");

    // What is served today has to answer; what comes later may refuse the ids of this run.
    private static IEnumerable<string> Unanswered(OperationRun run) => run.Outcomes
        .Where(static outcome => outcome.Value is not null && OperationRun.MustAnswer.Contains(outcome.Key.Split(" (")[0]))
        .Select(static outcome => $"{outcome.Key}: {outcome.Value!.Message}");

    private static bool Matches(string pattern, string path) =>
        Regex.IsMatch(path, $"^{Placeholder().Replace(pattern, "[^/]+")}$", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    private static Weir.OpenRouter.OpenRouterClient Client(HttpClient http, Uri server, string key, string path = "/api/v1") =>
        new(http, new OpenRouterOptions { ApiKey = key, BaseUrl = path.Length == 0 ? server : new Uri(server, path), MaxRetries = 0 });
}
