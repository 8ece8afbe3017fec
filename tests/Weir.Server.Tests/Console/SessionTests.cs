using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Console;

/// <summary>Sessions of the console: opened, shown, kept, ended.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task ManagementKey_SignsInForThirtyDays()
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SignInAsync("key", server.ManagementKey);

        var cookie = ConsolePage.SetCookieOf(response)!;
        var data = (await TestServer.ReadJsonAsync(response)).GetProperty("data");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Matches("^weir_session=[A-Za-z0-9_-]{43}; max-age=2592000; path=/console; samesite=strict; httponly$", cookie);
        Assert.Equal("key", data.GetProperty("signed_in_by").GetString());
        Assert.Equal($"{server.ManagementKey[..12]}...{server.ManagementKey[^3..]}", data.GetProperty("label").GetString());
        Assert.Equal(30, (data.GetProperty("expires_at").GetDateTimeOffset() - TimeProvider.System.GetUtcNow()).TotalDays, tolerance: 0.01);
        Assert.Equal(data.GetRawText(), (await ShowAsync(page)).GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task SignInOverHttps_MakesTheCookieSecure()
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SendAsync(
            HttpMethod.Post,
            "/console/session",
            request => request.Headers.Add("Origin", "https://127.0.0.1"),
            $$"""{"key":"{{server.ManagementKey}}"}""");

        Assert.Contains("; secure", ConsolePage.SetCookieOf(response), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task InferenceKey_CannotSignIn()
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SignInAsync("key", server.InferenceKey);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("This is an inference key. Sign in with a management key, or run ./weir login for a link.", await ConsolePage.MessageOfAsync(response));
        Assert.Null(ConsolePage.SetCookieOf(response));
    }

    [Fact]
    public async Task UnknownKey_Is401AsOnTheApi()
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);
        var unknown = "sk-or-v1-" + new string('0', 64);

        using var response = await page.SignInAsync("key", unknown);
        using var onApi = await server.SendAsync(HttpMethod.Get, "/api/v1/key", unknown);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(await ConsolePage.MessageOfAsync(onApi), await ConsolePage.MessageOfAsync(response));
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"key":"a","token":"b"}""", 400)]
    [InlineData("""{"password":"a"}""", 400)]
    [InlineData("""[]""", 400)]
    [InlineData("""{"key":""", 400)]
    [InlineData("""{"token":"nonsense"}""", 401)]
    [InlineData("""{"token":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", 401)]
    public async Task SignInWithSomethingElse_IsRefused(string body, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SendAsync(HttpMethod.Post, "/console/session", body: body);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(await ConsolePage.MessageOfAsync(response));
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer()
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);
        using var other = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(HttpMethod.Delete, "/console/session");
        using var show = await page.SendAsync(HttpMethod.Get, "/console/session");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("weir_session=; max-age=0;", ConsolePage.SetCookieOf(response), StringComparison.Ordinal);
        Assert.Equal("""{"data":null,"oidc":null}""", await show.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await page.StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync());
    }

    [Fact]
    public async Task SignInAgain_EndsTheSessionBefore()
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);
        var before = page.Cookie;

        using var again = await page.SignInAsync("key", server.ManagementKey);
        using var old = await page.SendAsync(HttpMethod.Get, "/console/session", request => Carry(request, before));

        Assert.NotEqual(before, page.Cookie);
        Assert.Equal(HttpStatusCode.OK, await page.StatusAsync());
        Assert.Equal("""{"data":null,"oidc":null}""", await old.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Session_SurvivesARestart_AndSignOutToo()
    {
        var folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
        try
        {
            string cookie, ended;
            await using (var server = await TestServer.StartAsync(config: null, folder))
            {
                using var page = await ConsolePage.SignedInAsync(server);
                using var signedOut = await ConsolePage.SignedInAsync(server);
                using var response = await signedOut.SendAsync(HttpMethod.Delete, "/console/session");
                (cookie, ended) = (page.Cookie, signedOut.Cookie);
            }

            await using var restarted = await TestServer.StartAsync(config: null, folder);
            using var after = new ConsolePage(restarted);
            using var kept = await after.SendAsync(HttpMethod.Get, "/console/api/v1/keys", request => Carry(request, cookie));
            using var gone = await after.SendAsync(HttpMethod.Get, "/console/api/v1/keys", request => Carry(request, ended));

            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Session_ExpiresAfterThirtyDays()
    {
        var time = new ShiftedTime();
        await using var server = await TestServer.StartAsync(config: null, adjust: options => options with { Time = time });
        using var page = await ConsolePage.SignedInAsync(server);

        time.Shift = TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.OK, await page.StatusAsync());
        time.Shift = TimeSpan.FromDays(30);
        Assert.Equal(HttpStatusCode.Unauthorized, await page.StatusAsync());
    }

    [Fact]
    public async Task DeletedKey_EndsItsSessions()
    {
        await using var server = await TestServer.StartAsync();
        using var byKey = await ConsolePage.SignedInAsync(server);
        using var byLink = new ConsolePage(server);
        using var signedIn = await byLink.SignInAsync("token", await LoginLinkTests.TokenAsync(server));

        using var deleted = await byLink.SendAsync(HttpMethod.Delete, $"/console/api/v1/keys/{Ledger.Keys.KeyHash.Of(server.ManagementKey)}");

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await byKey.StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await byLink.StatusAsync());
    }

    [Fact]
    public async Task DisabledKey_EndsItsSessions_ForGood()
    {
        await using var server = await TestServer.StartAsync();
        using var byKey = await ConsolePage.SignedInAsync(server);
        using var byLink = new ConsolePage(server);
        using var signedIn = await byLink.SignInAsync("token", await LoginLinkTests.TokenAsync(server));
        var key = $"/console/api/v1/keys/{Ledger.Keys.KeyHash.Of(server.ManagementKey)}";

        using var disabled = await byLink.SendAsync(HttpMethod.Patch, key, body: """{"disabled":true}""");
        Assert.Equal(HttpStatusCode.Unauthorized, await byKey.StatusAsync());

        using var enabled = await byLink.SendAsync(HttpMethod.Patch, key, body: """{"disabled":false}""");
        Assert.Equal(HttpStatusCode.OK, enabled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await byKey.StatusAsync());
    }

    [Fact]
    public async Task NobodySignedIn_ShowSaysSo_AndSignOutIsFine()
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var signOut = await page.SendAsync(HttpMethod.Delete, "/console/session");

        Assert.Equal(JsonValueKind.Null, (await ShowAsync(page)).GetProperty("data").ValueKind);
        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
    }

    private static void Carry(HttpRequestMessage request, string cookie)
    {
        _ = request.Headers.Remove("Cookie");
        request.Headers.Add("Cookie", $"weir_session={cookie}");
    }

    private static async Task<JsonElement> ShowAsync(ConsolePage page)
    {
        using var response = await page.SendAsync(HttpMethod.Get, "/console/session");
        return await TestServer.ReadJsonAsync(response);
    }
}
