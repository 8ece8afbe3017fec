using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Records;

/// <summary>A live server with some traffic, and calls of what was recorded of it.</summary>
internal static class RecordsServer
{
    public static string Chat(string text = "Hi", string more = "") => $$"""{"model":"acme/small","max_tokens":10,"messages":[{"role":"user","content":"{{text}}"}]{{more}}}""";

    /// <summary>Has a model answer, and gives the id of the exchange.</summary>
    public static async Task<string> AskAsync(TestServer server, string body, string? key = null, params (string Name, string Value)[] headers)
    {
        using var answer = await server.ChatAsync(body, key, headers);
        _ = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("X-Generation-Id").Single();
    }

    public static async Task<JsonElement> CallAsync(TestServer server, HttpMethod method, string path, int status, string? body = null, string? key = null)
    {
        using var answer = await server.SendAsync(method, "/api/v1" + path, key ?? server.ManagementKey, body);
        var json = await TestServer.ReadJsonAsync(answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {json}");
        return json;
    }

    public static async Task<JsonElement[]> QueryAsync(TestServer server, string body) =>
        [.. (await CallAsync(server, HttpMethod.Post, "/analytics/query", 200, body)).GetProperty("data").GetProperty("data").EnumerateArray()];

    /// <summary>Another key of a workspace, the usual one unless another is named.</summary>
    public static async Task<(string Key, string Hash, long Id)> MakeKeyAsync(TestServer server, string name, string more = "")
    {
        var made = await CallAsync(server, HttpMethod.Post, "/keys", 201, $$"""{"name":"{{name}}"{{more}}}""");
        var data = made.GetProperty("data");
        return (made.GetProperty("key").GetString()!, data.GetProperty("hash").GetString()!, data.GetProperty("api_key_id").GetInt64());
    }
}
