using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Console;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Organization;

/// <summary>A user with a page of the console.</summary>
internal sealed class Member(string id, ConsolePage page) : IDisposable
{
    public string Id => id;

    public ConsolePage Page => page;

    /// <summary>Makes a user, and signs in by a link.</summary>
    public static async Task<Member> SignInAsync(TestServer server, string email, string role = "org:member")
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/weir/users", server.ManagementKey, $$"""{"email":"{{email}}","role":"{{role}}"}""");
        var id = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString()!;
        var page = new ConsolePage(server);
        using var signedIn = await page.SignInAsync("token", await LinkAsync(server, id));
        return signedIn.StatusCode == HttpStatusCode.OK ? new Member(id, page) : throw new InvalidOperationException(await signedIn.Content.ReadAsStringAsync());
    }

    public static async Task<string> LinkAsync(TestServer server, string user)
    {
        using var link = await server.SendAsync(HttpMethod.Post, "/api/weir/login-links", server.ManagementKey, $$"""{"user_id":"{{user}}"}""");
        return (await TestServer.ReadJsonAsync(link)).GetProperty("data").GetProperty("url").GetString()!.Split('#')[1];
    }

    public async Task<(int Status, JsonElement Body)> CallAsync(HttpMethod method, string path, string? body = null, string? workspace = null)
    {
        using var response = await page.SendAsync(method, "/console" + path, request => request.Headers.TryAddWithoutValidation("x-weir-workspace", workspace is null ? [] : [workspace]), body);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonElement.Parse(text) : default);
    }

    public void Dispose() => page.Dispose();
}
