using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Console;

/// <summary>One-time sign-in links: made with a management key, good once, for ten minutes.</summary>
public sealed class LoginLinkTests
{
    private const string Links = "/api/weir/login-links";

    /// <summary>The token of a new link.</summary>
    internal static async Task<string> TokenAsync(TestServer server)
    {
        using var response = await server.SendAsync(HttpMethod.Post, Links, server.ManagementKey);
        var url = (await TestServer.ReadJsonAsync(response)).GetProperty("data").GetProperty("url").GetString()!;
        return new Uri(url).Fragment[1..];
    }

    [Theory]
    [InlineData(null, "login")]
    [InlineData("{}", "login")]
    [InlineData("""{"next":"/traces/abc?tab=a b"}""", null)]
    [InlineData("""{"next":"/traces/abc"}""", "login?next=/traces/abc")]
    [InlineData("""{"next":"/traces?q=a&b#c"}""", "login?next=/traces%3Fq%3Da%26b%23c")]
    [InlineData("""{"next":"//evil.example"}""", null)]
    [InlineData("""{"next":"/\\evil.example"}""", null)]
    [InlineData("""{"next":"/\t/evil.example"}""", null)]
    [InlineData("""{"next":"https://evil.example"}""", null)]
    [InlineData("""{"next":""}""", null)]
    [InlineData("""{"to":"/traces"}""", null)]
    public async Task Link_LeadsToThisServerOnly(string? body, string? path)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, Links, server.ManagementKey, body);

        Assert.Equal(path is null ? HttpStatusCode.BadRequest : HttpStatusCode.Created, response.StatusCode);
        if (path is not null)
        {
            var url = (await TestServer.ReadJsonAsync(response)).GetProperty("data").GetProperty("url").GetString()!;
            Assert.StartsWith($"{server.Address}{path}#", url, StringComparison.Ordinal);
            Assert.Matches("^[A-Za-z0-9_-]{43}$", url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        }
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    [InlineData(true, HttpStatusCode.Forbidden)]
    public async Task Link_IsMadeWithAManagementKeyOnly(bool withInferenceKey, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, Links, withInferenceKey ? server.InferenceKey : null);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Link_SignsInOnce()
    {
        await using var server = await TestServer.StartAsync();
        var token = await TokenAsync(server);
        using var page = new ConsolePage(server);
        using var late = new ConsolePage(server);

        using var first = await page.SignInAsync("token", token);
        using var second = await late.SignInAsync("token", token);

        var data = (await TestServer.ReadJsonAsync(first)).GetProperty("data");
        Assert.Equal(("link", "sign-in link"), (data.GetProperty("signed_in_by").GetString(), data.GetProperty("label").GetString()));
        Assert.Equal(HttpStatusCode.OK, await page.StatusAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Contains("./weir login", await ConsolePage.MessageOfAsync(second), StringComparison.Ordinal);
        Assert.Null(ConsolePage.SetCookieOf(second));
    }

    [Fact]
    public async Task TwentyAtOnce_OneSignsIn()
    {
        await using var server = await TestServer.StartAsync();
        var token = await TokenAsync(server);
        using var page = new ConsolePage(server);

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => page.SendAsync(HttpMethod.Post, "/console/session", body: $$"""{"token":"{{token}}"}""")));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, responses.Count(response => response.StatusCode == HttpStatusCode.Unauthorized));
        Array.ForEach(responses, response => response.Dispose());
    }

    [Theory]
    [InlineData(540, HttpStatusCode.OK)]
    [InlineData(600, HttpStatusCode.Unauthorized)]
    public async Task Link_IsGoodForTenMinutes(int seconds, HttpStatusCode status)
    {
        var time = new ShiftedTime();
        await using var server = await TestServer.StartAsync(config: null, adjust: options => options with { Time = time });
        using var page = new ConsolePage(server);
        var token = await TokenAsync(server);

        time.Shift = TimeSpan.FromSeconds(seconds);
        using var response = await page.SignInAsync("token", token);

        Assert.Equal(status, response.StatusCode);
    }
}
