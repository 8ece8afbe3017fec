using System.Net;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Console;

/// <summary>A page of the console in a browser: what its requests carry, and the cookie it was given.</summary>
internal sealed class ConsolePage(Uri server) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public ConsolePage(TestServer server)
        : this(server.Address)
    {
    }

    /// <summary>The value of the session's cookie; empty: none.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>A page that has signed in with the management key.</summary>
    public static async Task<ConsolePage> SignedInAsync(TestServer server)
    {
        var page = new ConsolePage(server);
        using var response = await page.SignInAsync("key", server.ManagementKey);
        return response.StatusCode == HttpStatusCode.OK ? page : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Signs in by <c>key</c> or <c>token</c>, and keeps the cookie.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string member, string secret)
    {
        var response = await SendAsync(HttpMethod.Post, "/console/session", body: $$"""{"{{member}}":"{{secret}}"}""");
        if (SetCookieOf(response) is { } cookie)
        {
            Cookie = cookie.Split(';')[0]["weir_session=".Length..];
        }

        return response;
    }

    /// <summary>Sends a request as a page of this server does; a change takes it from there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (method != HttpMethod.Get && method != HttpMethod.Head)
        {
            request.Content = new StringContent(body ?? "", Encoding.UTF8, "application/json");
        }

        if (Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", $"theme=dark; weir_session={Cookie}");
        }

        change?.Invoke(request);
        return await _invoker.SendAsync(request, CancellationToken.None);
    }

    public async Task<HttpStatusCode> StatusAsync(string path = "/console/api/v1/keys")
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return response.StatusCode;
    }

    public static string? SetCookieOf(HttpResponseMessage response) => response.Headers.TryGetValues("Set-Cookie", out var values) ? values.Single() : null;

    public static async Task<string> MessageOfAsync(HttpResponseMessage response)
    {
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
        return error.GetProperty("code").GetInt32() == (int)response.StatusCode ? error.GetProperty("message").GetString()! : throw new JsonException("The envelope's code is not the status.");
    }

    public void Dispose() => _invoker.Dispose();
}
