using System.Net;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;

namespace Weir.Server.Tests.Phoenix;

/// <summary>What only management keys may do by Phoenix's API leaves a line in the log of changes; what everybody does leaves none.</summary>
public sealed class PhoenixAuditTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task AdministrativeChanges_AreInTheLog_RefusedOnesToo()
    {
        await CallAsync(HttpMethod.Post, "/v1/projects", HttpStatusCode.OK, """{"name":"audited"}""");
        await CallAsync(HttpMethod.Put, "/v1/projects/audited", HttpStatusCode.OK, """{"description":"d"}""");
        await CallAsync(HttpMethod.Delete, "/v1/projects/audited/span_annotations?delete_all=true", HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Delete, "/v1/projects/audited", HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Delete, "/v1/traces/0123456789abcdef0123456789abcdef", HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Delete, "/v1/datasets/RGF0YXNldDo5OQ==", HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Delete, "/v1/prompts/none", HttpStatusCode.NotFound);

        Assert.Equal(
            [
                ("POST", "/v1/projects", 200),
                ("PUT", "/v1/projects/audited", 200),
                ("DELETE", "/v1/projects/audited/span_annotations", 204),
                ("DELETE", "/v1/projects/audited", 204),
                ("DELETE", "/v1/traces/0123456789abcdef0123456789abcdef", 404),
                ("DELETE", "/v1/datasets/RGF0YXNldDo5OQ==", 404),
                ("DELETE", "/v1/prompts/none", 404),
            ],
            await LogAsync());
    }

    [Fact]
    public async Task ReadingAndAnnotating_LeaveNoLine()
    {
        await CallAsync(HttpMethod.Get, "/v1/projects", HttpStatusCode.OK);
        await CallAsync(HttpMethod.Get, "/v1/system/api_keys", HttpStatusCode.OK);
        await CallAsync(HttpMethod.Post, "/v1/span_annotations", HttpStatusCode.OK, """{"data":[{"span_id":"0123456789abcdef","name":"n","annotator_kind":"HUMAN","result":{"label":"l"}}]}""");

        Assert.Empty(await LogAsync());
    }

    private async Task CallAsync(HttpMethod method, string path, HttpStatusCode expected, string? body = null)
    {
        using var response = await _server.SendAsync(method, path, _server.ManagementKey, body);
        Assert.True(response.StatusCode == expected, $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    // The oldest first.
    private async Task<(string, string, int)[]> LogAsync() =>
    [
        .. (await _server.GetJsonAsync("/api/weir/audit", _server.ManagementKey)).GetProperty("data").EnumerateArray().Reverse()
            .Select(line => (line.Text("method")!, line.Text("path")!, line.GetProperty("status").GetInt32())),
    ];
}
