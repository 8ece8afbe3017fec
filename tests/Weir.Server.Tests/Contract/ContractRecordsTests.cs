using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>Analytics, data sets and contents against the schemas of the document, without traffic and with it.</summary>
public sealed class ContractRecordsTests : IAsyncLifetime
{
    private const string Query = "/analytics/query";
    private const string Content = "/generation/content";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Records_AnswerAsTheDocumentSays()
    {
        var check = new ContractCheck(ContractDocument.Open());
        await ReadAsync(check);
        _ = await CallAsync(check, "patch", "/workspaces/{id}", "/workspaces/default", 200, """{"is_observability_io_logging_enabled":true,"io_logging_sampling_rate":1,"io_logging_api_key_ids":null}""");
        using var call = await _server.ChatAsync(
            "{\"model\":\"sim/small\",\"session_id\":\"s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}", null, ("HTTP-Referer", "https://app.example/"));
        var id = call.Headers.GetValues("X-Generation-Id").Single();
        _ = await call.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await ReadAsync(check);
        await Wait.UntilAsync(
            async () => (await _server.SendAsync(HttpMethod.Get, $"/api/v1{Content}?id={id}", _server.ManagementKey)).IsSuccessStatusCode, "The content was not kept.");
        _ = await CallAsync(check, "get", Content, $"{Content}?id={id}", 200);
        _ = await CallAsync(check, "get", Content, $"{Content}?id=gen-none", 404);
        _ = await CallAsync(check, "get", Content, $"{Content}?id={id}", 401, key: "wrong");

        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    private async Task ReadAsync(ContractCheck check)
    {
        _ = await CallAsync(check, "get", "/analytics/meta", "/analytics/meta", 200);
        _ = await CallAsync(check, "get", "/analytics/meta", "/analytics/meta", 403, key: _server.InferenceKey);
        _ = await CallAsync(check, "post", Query, Query, 200, """{"metrics":["request_count","total_usage","latency_p50"],"dimensions":["model"],"granularity":"day","limit":100}""");
        _ = await CallAsync(check, "post", Query, Query, 400, """{"metrics":["none"]}""");
        _ = await CallAsync(check, "post", Query, Query, 401, "{}", "wrong");
        foreach (var path in (string[])["/datasets/rankings-daily", "/datasets/app-rankings", "/datasets/session-cost"])
        {
            _ = await CallAsync(check, "get", path, path, 200, key: _server.InferenceKey);
            _ = await CallAsync(check, "get", path, path + "?start_date=x&turn_range=x", 400);
            _ = await CallAsync(check, "get", path, path, 401, key: "wrong");
        }
    }

    private async Task<JsonElement> CallAsync(ContractCheck check, string method, string operation, string path, int status, string? body = null, string? key = null)
    {
        using var answer = await _server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + path, key ?? _server.ManagementKey, body);
        var text = await check.CheckAsync(method, operation, body ?? "", answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }
}
