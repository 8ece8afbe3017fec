using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Auth;

/// <summary>A browser that signs in by the fake identity provider: it keeps its cookies and follows no redirect by itself.</summary>
internal sealed class SignInBrowser(TestServer server, FakeIdentityProvider provider) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    /// <summary>The cookie of a sign-in under way, and of the session; empty: none.</summary>
    public string Ticket { get; set; } = "";

    public string Session { get; private set; } = "";

    /// <summary>Begins a sign-in, and gives what the provider is asked.</summary>
    public async Task<Dictionary<string, string>> BeginAsync(string next = "/traces")
    {
        using var response = await GetAsync($"/auth/oidc/start?next={Uri.EscapeDataString(next)}");
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        return QueryHelpers.ParseQuery(response.Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Comes back from the provider with a token about the usual user, changed by a test.</summary>
    public async Task<HttpResponseMessage> EndAsync(Dictionary<string, string> asked, Action<JsonObject>? change = null, Func<JsonObject, string>? sign = null, string extra = "", DateTimeOffset? now = null)
    {
        var claims = provider.Claims(asked["nonce"], now ?? TimeProvider.System.GetUtcNow());
        change?.Invoke(claims);
        var code = provider.CodeFor(asked["code_challenge"], (sign ?? provider.Keys[0].Sign)(claims));
        return await GetAsync($"/auth/oidc/callback?code={code}&state={asked["state"]}{extra}");
    }

    /// <summary>Signs in from beginning to end.</summary>
    public async Task<HttpResponseMessage> SignInAsync(Action<JsonObject>? change = null, DateTimeOffset? now = null) => await EndAsync(await BeginAsync(), change, now: now);

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        request.Headers.Add("Sec-Fetch-Site", path.StartsWith("/console", StringComparison.Ordinal) ? "same-origin" : "cross-site");
        request.Headers.Add("Cookie", $"weir_oidc={Ticket}; weir_session={Session}");
        var response = await _invoker.SendAsync(request, CancellationToken.None);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var (name, value) = (cookie.Split('=', 2)[0], cookie.Split(';')[0].Split('=', 2)[1]);
            (Ticket, Session) = name == "weir_oidc" ? (value, Session) : (Ticket, value);
        }

        return response;
    }

    /// <summary>Who is signed in.</summary>
    public async Task<JsonElement> WhoAsync()
    {
        using var response = await GetAsync("/console/session");
        return (await TestServer.ReadJsonAsync(response)).GetProperty("data");
    }

    public void Dispose() => _invoker.Dispose();
}
