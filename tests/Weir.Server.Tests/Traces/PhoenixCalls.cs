using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>Calls of Phoenix's API, as its clients make them.</summary>
internal static class PhoenixCalls
{
    public static async Task<JsonElement> CallAsync(this TestServer server, HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var response = await server.SendAsync(method, path, key ?? server.ManagementKey, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    public static async Task<(HttpStatusCode Status, string Text)> RefusalAsync(this TestServer server, HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var response = await server.SendAsync(method, path, key ?? server.ManagementKey, body);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static JsonElement[] Data(this JsonElement page) => [.. page.GetProperty("data").EnumerateArray()];

    public static string? Text(this JsonElement item, string name) => item.GetProperty(name).GetString();
}
