using System.Net;
using System.Text.Json.Nodes;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Auth;

/// <summary>Sign-in by an identity provider: who is let in, and every way around it that is known.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private FakeIdentityProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await FakeIdentityProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task SignIn_OpensASessionOfTheUser(string algorithm)
    {
        _provider.Keys[0] = algorithm == "RS256" ? TokenKey.Rsa("k") : TokenKey.Curve("k");
        await using var server = await StartAsync(""" "client_secret_env": "SECRET", "session_hours": 2, """);
        using var browser = new SignInBrowser(server, _provider);

        var asked = await browser.BeginAsync("/traces?project=a");
        using var back = await browser.EndAsync(asked);

        Assert.Equal((HttpStatusCode.Redirect, "/traces?project=a"), (back.StatusCode, back.Headers.Location?.OriginalString));
        Assert.Equal(("code", "S256", "openid email profile", "https://weir.example.com/auth/oidc/callback"), (asked["response_type"], asked["code_challenge_method"], asked["scope"], asked["redirect_uri"]));
        Assert.Equal("Basic " + Convert.ToBase64String("weir-test:it%27s%20secret"u8), _provider.Authorization);
        Assert.All(back.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.Contains("samesite=strict", back.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("weir_session=", StringComparison.Ordinal)), StringComparison.Ordinal);
        var who = await browser.WhoAsync();
        Assert.Equal(("user", "jane@example.com", false), (who.GetProperty("signed_in_by").GetString(), who.GetProperty("label").GetString(), who.GetProperty("is_admin").GetBoolean()));
        var member = Assert.Single((await server.GetJsonAsync("/api/v1/organization/members", server.ManagementKey)).GetProperty("data").EnumerateArray());
        Assert.Equal((who.GetProperty("user_id").GetString(), "Jane", "org:member"), (member.GetProperty("id").GetString(), member.GetProperty("first_name").GetString(), member.GetProperty("role").GetString()));

        _time.Shift = TimeSpan.FromHours(2);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await browser.WhoAsync()).ValueKind);
    }

    [Theory]
    [InlineData("nonce of another sign-in")]
    [InlineData("no nonce")]
    [InlineData("nobody signed it")]
    [InlineData("signed with the public key")]
    [InlineData("signed with an unknown key")]
    [InlineData("for another client")]
    [InlineData("for several clients")]
    [InlineData("by request of another client")]
    [InlineData("of another issuer")]
    [InlineData("expired")]
    [InlineData("never expires")]
    [InlineData("not good yet")]
    [InlineData("about nobody")]
    public async Task Token_ThatIsNotGood_LetsNobodyIn(string fault)
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);
        var now = TimeProvider.System.GetUtcNow();
        Action<JsonObject> change = fault switch
        {
            "nonce of another sign-in" => claims => claims["nonce"] = "other",
            "no nonce" => claims => claims.Remove("nonce"),
            "for another client" => claims => claims["aud"] = "other",
            "for several clients" => claims => claims["aud"] = new JsonArray(FakeIdentityProvider.ClientId, "other"),
            "by request of another client" => claims => claims["azp"] = "other",
            "of another issuer" => claims => claims["iss"] = "https://other.example.com",
            "expired" => claims => claims["exp"] = now.AddMinutes(-2).ToUnixTimeSeconds(),
            "never expires" => claims => claims.Remove("exp"),
            "not good yet" => claims => claims["nbf"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            "about nobody" => claims => claims.Remove("sub"),
            _ => _ => { },
        };
        Func<JsonObject, string>? sign = fault switch
        {
            "nobody signed it" => _provider.Keys[0].Unsigned,
            "signed with the public key" => _provider.Keys[0].SignedWithPublicKey,
            "signed with an unknown key" => TokenKey.Rsa("first").Sign,
            _ => null,
        };

        using var back = await browser.EndAsync(await browser.BeginAsync(), change, sign);

        Assert.Equal(HttpStatusCode.Forbidden, back.StatusCode);
        Assert.Empty(browser.Session);
        Assert.Equal(0, (await server.GetJsonAsync("/api/v1/organization/members", server.ManagementKey)).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task State_IsGoodOnceAndInItsBrowserAlone()
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);
        using var victim = new SignInBrowser(server, _provider);
        using var stranger = new SignInBrowser(server, _provider);
        var asked = await browser.BeginAsync();
        var (ticket, theirs) = (browser.Ticket, await victim.BeginAsync());

        // The answer to somebody else's sign-in, slipped to a browser: it would be signed in as somebody else.
        using var slipped = await victim.EndAsync(asked);
        using var without = await stranger.EndAsync(theirs);
        using var made = await browser.EndAsync(asked);
        browser.Ticket = ticket;
        using var replayed = await browser.EndAsync(asked);

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
            [slipped.StatusCode, without.StatusCode, made.StatusCode, replayed.StatusCode]);
        Assert.Empty(victim.Session + stranger.Session);
    }

    [Fact]
    public async Task State_AfterTenMinutes_IsNoLongerGood()
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);
        var asked = await browser.BeginAsync();

        _time.Shift = TimeSpan.FromMinutes(10);
        using var back = await browser.EndAsync(asked, now: _time.GetUtcNow());

        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
    }

    [Theory]
    [InlineData(true, "", 400)]
    [InlineData(true, "&iss=https%3A%2F%2Fother.example.com", 400)]
    [InlineData(false, "&iss=https%3A%2F%2Fother.example.com", 400)]
    [InlineData(false, "", 302)]
    [InlineData(false, "&error=access_denied", 403)]
    public async Task Answer_OfAnotherProviderOrWithAnError_IsRefused(bool sendsIssuer, string extra, int status)
    {
        _provider.SendsIssuer = sendsIssuer;
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);

        using var back = await browser.EndAsync(await browser.BeginAsync(), extra: extra);

        Assert.Equal(status, (int)back.StatusCode);
    }

    [Fact]
    public async Task Discovery_OfAnotherIssuer_IsRefused()
    {
        _provider.NamedIssuer = "https://other.example.com";
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);

        using var response = await browser.GetAsync("/auth/oidc/start");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Keys_ThatRotate_AreReadAgain_ButNotForEveryTokenThatNamesOne()
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);
        using var first = await browser.SignInAsync();
        _provider.Keys[0] = TokenKey.Curve("second");

        using var tooSoon = await browser.SignInAsync();
        var read = _provider.KeySetsRead;
        _time.Shift = TimeSpan.FromSeconds(11);
        using var rotated = await browser.SignInAsync();

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Redirect], [first.StatusCode, tooSoon.StatusCode, rotated.StatusCode]);
        Assert.Equal((1, 2), (read, _provider.KeySetsRead));
    }

    [Theory]
    [InlineData("//evil.example.com")]
    [InlineData("/\\evil.example.com")]
    [InlineData("https://evil.example.com")]
    [InlineData("/a\nb")]
    public async Task Next_ThatLeadsElsewhere_IsTheFirstPage(string next)
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);

        using var back = await browser.EndAsync(await browser.BeginAsync(next));

        Assert.Equal("/", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Account_IsTakenOverByItsVerifiedAddress_ByItsFirstOwnerAlone()
    {
        await using var server = await StartAsync();
        using var made = await server.SendAsync(HttpMethod.Post, "/api/weir/users", server.ManagementKey, """{"email":"Jane@Example.com","role":"org:admin"}""");
        var id = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString();
        using var browser = new SignInBrowser(server, _provider);
        using var thief = new SignInBrowser(server, _provider);

        using var unverified = await thief.SignInAsync(claims => claims["email_verified"] = false);
        using var verified = await browser.SignInAsync();
        using var other = await thief.SignInAsync(claims => claims["sub"] = "subject-2");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.Forbidden], [unverified.StatusCode, verified.StatusCode, other.StatusCode]);
        Assert.Equal((id, true), ((await browser.WhoAsync()).GetProperty("user_id").GetString(), (await browser.WhoAsync()).GetProperty("is_admin").GetBoolean()));
        Assert.Empty(thief.Session);
    }

    [Theory]
    [InlineData(""" "allowed_domains": ["other.com"], """, false)]
    [InlineData(""" "allowed_domains": ["EXAMPLE.com"], """, true)]
    [InlineData(""" "provisioning": false, """, false)]
    public async Task WhoMaySignIn_IsWhatTheOperatorSays(string options, bool isLetIn)
    {
        await using var server = await StartAsync(options);
        using var browser = new SignInBrowser(server, _provider);

        using var back = await browser.SignInAsync();

        Assert.Equal(isLetIn ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, back.StatusCode);
    }

    [Fact]
    public async Task Claims_DecideRoleAndGroups_AtEachSignIn()
    {
        await using var server = await StartAsync(""" "groups_claim": "groups", "admins": { "claim": "groups", "values": ["admins"] }, """);
        using var browser = new SignInBrowser(server, _provider);

        using var first = await browser.SignInAsync(claims => claims["groups"] = new JsonArray("admins", "research"));
        var wasAdmin = (await browser.WhoAsync()).GetProperty("is_admin").GetBoolean();
        var groups = (await server.GetJsonAsync("/api/v1/scim/groups", server.ManagementKey)).GetProperty("data").EnumerateArray().ToArray();
        var workspace = await MappedWorkspaceAsync(server, groups.Single(group => group.GetProperty("display_name").GetString() == "research").GetProperty("id").GetString()!);
        var joined = await MembersAsync(server, workspace);
        using var second = await browser.SignInAsync(claims => claims["groups"] = "other");

        Assert.True(wasAdmin);
        Assert.False((await browser.WhoAsync()).GetProperty("is_admin").GetBoolean());
        Assert.Equal((2, 1, 0), (groups.Length, joined, await MembersAsync(server, workspace)));
    }

    [Fact]
    public async Task DisabledUser_IsKeptOut_AndTheSessionEnds()
    {
        await using var server = await StartAsync();
        using var browser = new SignInBrowser(server, _provider);
        using var first = await browser.SignInAsync();
        var id = (await browser.WhoAsync()).GetProperty("user_id").GetString();

        using var disabled = await server.SendAsync(HttpMethod.Patch, $"/api/weir/users/{id}", server.ManagementKey, """{"disabled":true}""");
        using var enabled = await server.SendAsync(HttpMethod.Patch, $"/api/weir/users/{id}", server.ManagementKey, """{"disabled":false}""");
        var after = await browser.WhoAsync();
        using var again = await server.SendAsync(HttpMethod.Patch, $"/api/weir/users/{id}", server.ManagementKey, """{"disabled":true}""");
        using var refused = await browser.SignInAsync();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, after.ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task SignInPage_LearnsOfTheProvider_OnlyWhenThereIsOne()
    {
        await using var with = await StartAsync(""" "name": "Example", """);
        await using var without = await TestServer.StartAsync();
        using var browser = new SignInBrowser(with, _provider);
        using var other = new SignInBrowser(without, _provider);

        using var shown = await browser.GetAsync("/console/session");
        using var none = await other.GetAsync("/console/session");
        using var start = await other.GetAsync("/auth/oidc/start");

        Assert.Equal("""{"data":null,"oidc":{"name":"Example","path":"/auth/oidc/start"}}""", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("""{"data":null,"oidc":null}""", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, start.StatusCode);
    }

    private static async Task<string> MappedWorkspaceAsync(TestServer server, string group)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", server.ManagementKey, """{"name":"R","slug":"r"}""");
        var workspace = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString()!;
        using var mapped = await server.SendAsync(HttpMethod.Post, "/api/v1/scim/group-mappings", server.ManagementKey, $$"""{"scim_group_id":"{{group}}","workspace_id":"{{workspace}}","role":"member"}""");
        Assert.Equal(HttpStatusCode.Created, mapped.StatusCode);
        return workspace;
    }

    private static async Task<int> MembersAsync(TestServer server, string workspace) =>
        (await server.GetJsonAsync($"/api/v1/workspaces/{workspace}/members", server.ManagementKey)).GetProperty("total_count").GetInt32();

    private Task<TestServer> StartAsync(string options = "") => TestServer.StartAsync(
        $$"""{ "oidc": { {{options}} "issuer": "{{_provider.Issuer}}", "client_id": "{{FakeIdentityProvider.ClientId}}", "redirect_uri": "https://weir.example.com/auth/oidc/callback" } }""",
        environment: name => name == "SECRET" ? "it's secret" : null,
        adjust: server => server with { Time = _time });
}
