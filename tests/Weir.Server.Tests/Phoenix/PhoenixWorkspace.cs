using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Calls that tests of datasets, experiments and prompts share.</summary>
internal static class PhoenixWorkspace
{
    /// <summary>An inference key of another workspace.</summary>
    public static async Task<string> OtherKeyAsync(this TestServer server)
    {
        var workspace = await server.CallAsync(HttpMethod.Post, "/api/v1/workspaces", """{"name":"Other","slug":"other"}""");
        var id = workspace.GetProperty("data").Text("id");
        var key = await server.CallAsync(HttpMethod.Post, "/api/v1/keys", $$"""{"name":"theirs","workspace_id":"{{id}}"}""");
        return key.Text("key")!;
    }

    /// <summary>Uploads with an inference key; the answer's data.</summary>
    public static async Task<JsonElement> UploadAsync(this TestServer server, string body) =>
        (await server.CallAsync(HttpMethod.Post, "/v1/datasets/upload?sync=true", body, server.InferenceKey)).GetProperty("data");

    /// <summary>The examples of a dataset, those of a version or split when asked for.</summary>
    public static async Task<JsonElement[]> ExamplesAsync(this TestServer server, string? dataset, string query = "") =>
        [.. (await server.GetJsonAsync($"/v1/datasets/{dataset}/examples{query}")).GetProperty("data").GetProperty("examples").EnumerateArray()];

    /// <summary>A file as text, with an inference key.</summary>
    public static async Task<string> DownloadAsync(this TestServer server, string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, path, server.InferenceKey);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
