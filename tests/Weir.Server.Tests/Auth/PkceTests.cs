using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Auth;

/// <summary>The PKCE flow: codes are bound to who asked, used once, and end.</summary>
public sealed class PkceTests
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static readonly string Hashed = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    [Theory]
    [InlineData("S256", "S256", false)]
    [InlineData("S256", null, false)]
    [InlineData("S256", null, true)]
    [InlineData("plain", "plain", false)]
    [InlineData(null, null, false)]
    [InlineData(null, "plain", false)]
    public async Task Code_WithItsVerifier_IsExchangedOnce(string? method, string? said, bool isPadded)
    {
        await using var server = await TestServer.StartAsync();
        var challenge = method == "S256" ? Hashed + (isPadded ? "=" : "") : Verifier;
        var code = await IssueAsync(server, $$"""{"callback_url":"http://localhost:3000/cb","code_challenge":"{{challenge}}",{{Member("code_challenge_method", method)}}"key_label":"App","limit":2.5}""");

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ExchangeAsync(server, code, Verifier, said)));

        var (_, body) = Assert.Single(exchanges, exchange => exchange.Status == HttpStatusCode.OK);
        Assert.All(exchanges.Where(exchange => exchange.Status != HttpStatusCode.OK), exchange => Assert.Equal((HttpStatusCode.Forbidden, "Invalid code or code_verifier"), (exchange.Status, Message(exchange.Body))));
        var key = (await server.GetJsonAsync("/api/v1/key", body.GetProperty("key").GetString())).GetProperty("data");
        Assert.Equal(("2.5", false), (key.GetProperty("limit").GetRawText(), key.GetProperty("is_management_key").GetBoolean()));
    }

    [Theory]
    [InlineData(null, null, 403, "Invalid code or code_verifier")]
    [InlineData("wrong", null, 403, "Invalid code or code_verifier")]
    [InlineData(Verifier, "plain", 400, "Invalid code_challenge_method")]
    [InlineData(Verifier, "S512", 400, "Invalid code_challenge_method")]
    public async Task Code_WithoutItsVerifier_IsRefusedAndStaysGood(string? verifier, string? method, int status, string message)
    {
        await using var server = await TestServer.StartAsync();
        var code = await IssueAsync(server, $$"""{"callback_url":"https://app.example.com/cb","code_challenge":"{{Hashed}}","code_challenge_method":"S256"}""");

        var refused = await ExchangeAsync(server, code, verifier, method);
        var exchanged = await ExchangeAsync(server, code, Verifier, "S256");

        Assert.Equal((status, message), ((int)refused.Status, Message(refused.Body)));
        Assert.Equal(HttpStatusCode.OK, exchanged.Status);
    }

    [Fact]
    public async Task Code_AfterTenMinutes_HasExpired()
    {
        var clock = new OffsetTime();
        await using var server = await TestServer.StartAsync(config: null, adjust: options => options with { Time = clock });
        var code = await IssueAsync(server, """{"callback_url":"https://app.example.com/cb"}""");
        var other = await IssueAsync(server, """{"callback_url":"https://app.example.com/cb"}""");
        clock.Offset = TimeSpan.FromMinutes(9);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(server, other, null, null)).Status);

        clock.Offset = TimeSpan.FromMinutes(10);

        var (status, body) = await ExchangeAsync(server, code, null, null);
        Assert.Equal((HttpStatusCode.Forbidden, "Authorization code expired"), (status, Message(body)));
    }

    [Theory]
    [InlineData("http://app.example.com/cb")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@app.example.com/cb")]
    [InlineData("https://app.example.com/cb#part")]
    [InlineData("http://localhost.example.com/cb")]
    [InlineData("http://127.0.0.1.example.com/cb")]
    [InlineData("//app.example.com/cb")]
    [InlineData("https://app.example.com\\\\@evil.example.com/cb")]
    public async Task Callback_ThatCouldLeadElsewhere_IsRefusedInBothPlaces(string callback)
    {
        await using var server = await TestServer.StartAsync();

        using var issued = await server.SendAsync(HttpMethod.Post, "/api/v1/auth/keys/code", server.InferenceKey, $$"""{"callback_url":"{{callback}}"}""");
        using var page = await server.SendAsync(HttpMethod.Get, $"/auth?callback_url={Uri.EscapeDataString(callback)}", key: null);

        Assert.Equal(HttpStatusCode.BadRequest, issued.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.DoesNotContain("<form", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ForALimitedKey_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"limited","limit":1}""");
        var key = (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString();

        using var refused = await server.SendAsync(HttpMethod.Post, "/api/v1/auth/keys/code", key, """{"callback_url":"https://app.example.com"}""");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Exchange_WithAnotherMethod_Is405()
    {
        await using var server = await TestServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/auth/keys", key: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Page_AsksAndCannotBeFramedOrRunAForeignScript()
    {
        await using var server = await TestServer.StartAsync();

        using var page = await server.SendAsync(HttpMethod.Get, "/auth?callback_url=https%3A%2F%2Fapp.example.com%2Fcb%3Fa%3D1&key_label=%3Cscript%3Ealert(1)%3C%2Fscript%3E&limit=5&code_challenge=x%22%3E%3Cb%3E", key: null);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("at app.example.com a key?", html, StringComparison.Ordinal);
        Assert.Contains("value=\"https://app.example.com/cb?a=1&amp;error=access_denied\">Deny<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers.GetValues("X-Frame-Options").Single());
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/auth", 400)]
    [InlineData("/auth?code_challenge=abc", 200)]
    [InlineData("/auth?callback_url=https%3A%2F%2Fa.example&code_challenge=abc&code_challenge_method=MD5", 400)]
    [InlineData("/auth?callback_url=https%3A%2F%2Fa.example&code_challenge_method=S256", 400)]
    public async Task Page_AsksOnlyWhatCanBeApproved(string path, int status)
    {
        await using var server = await TestServer.StartAsync();

        using var page = await server.SendAsync(HttpMethod.Get, path, key: null);

        Assert.Equal(status, (int)page.StatusCode);
    }

    [Fact]
    public async Task Approval_BySessionOfTheConsole_SendsTheCodeBack()
    {
        await using var server = await TestServer.StartAsync();
        const string Approval = """{"callback_url":"https://app.example.com/cb?a=1","code_challenge":"abc","key_label":"App","limit":3,"limit_reset":"monthly"}""";
        using var unsigned = await server.SendAsync(HttpMethod.Post, "/console/api/weir/authorizations", key: null, Approval, ("Sec-Fetch-Site", "same-origin"));
        using var signedIn = await server.SendAsync(HttpMethod.Post, "/console/session", key: null, $$"""{"key":"{{server.ManagementKey}}"}""", ("Sec-Fetch-Site", "same-origin"));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        using var crossSite = await server.SendAsync(HttpMethod.Post, "/console/api/weir/authorizations", key: null, Approval, ("Sec-Fetch-Site", "cross-site"), ("Cookie", cookie));
        using var withoutGate = await server.SendAsync(HttpMethod.Post, "/api/weir/authorizations", key: null, Approval, ("Cookie", cookie));
        using var approved = await server.SendAsync(HttpMethod.Post, "/console/api/weir/authorizations", key: null, Approval, ("Sec-Fetch-Site", "same-origin"), ("Cookie", cookie));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (crossSite.StatusCode, unsigned.StatusCode, withoutGate.StatusCode));
        Assert.Equal(HttpStatusCode.Created, approved.StatusCode);
        var data = (await TestServer.ReadJsonAsync(approved)).GetProperty("data");
        var code = data.GetProperty("code").GetString()!;
        Assert.Equal($"https://app.example.com/cb?a=1&code={code}", data.GetProperty("redirect_url").GetString());
        var (status, body) = await ExchangeAsync(server, code, "abc", null);
        Assert.Equal(HttpStatusCode.OK, status);
        var key = (await server.GetJsonAsync("/api/v1/key", body.GetProperty("key").GetString())).GetProperty("data");
        Assert.Equal(("3", "monthly"), (key.GetProperty("limit").GetRawText(), key.GetProperty("limit_reset").GetString()));
    }

    private static string Member(string name, string? value) => value is null ? "" : $"\"{name}\":\"{value}\",";

    private static string? Message(JsonElement body) => body.GetProperty("error").GetProperty("message").GetString();

    private static async Task<string> IssueAsync(TestServer server, string body)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/auth/keys/code", server.InferenceKey, body);
        var json = await TestServer.ReadJsonAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, json.ToString());
        return json.GetProperty("data").GetProperty("id").GetString()!;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ExchangeAsync(TestServer server, string code, string? verifier, string? method)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/auth/keys", key: null, $$"""{ {{Member("code_verifier", verifier)}}{{Member("code_challenge_method", method)}}"code":"{{code}}"}""");
        return (answer.StatusCode, await TestServer.ReadJsonAsync(answer));
    }

    private sealed class OffsetTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}
