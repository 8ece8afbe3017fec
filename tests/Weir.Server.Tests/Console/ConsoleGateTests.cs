using System.Net;
using System.Net.Http.Headers;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Console;

/// <summary>The gate of the console: what gets through with a cookie, what does not, and that a cookie counts nowhere else.</summary>
public sealed class ConsoleGateTests
{
    private const string Keys = "/console/api/v1/keys";

    [Fact]
    public async Task Page_SignedIn_UsesTheSameOperations()
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        using var created = await page.SendAsync(HttpMethod.Post, Keys, body: """{"name":"from the console"}""");
        using var listed = await page.SendAsync(HttpMethod.Get, Keys);
        using var projects = await page.SendAsync(HttpMethod.Get, "/console/v1/projects");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Contains("from the console", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, projects.StatusCode);
        Assert.True(listed.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("cross-site", "is 'cross-site'")]
    [InlineData("same-site", "is 'same-site'")]
    [InlineData("none", "is 'none'")]
    [InlineData("Same-Origin", "is 'Same-Origin'")]
    [InlineData(null, "a current browser, over https or on a loopback address")]
    public async Task OtherSite_IsRefused(string? site, string message)
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(HttpMethod.Get, Keys, request => Replace(request, "Sec-Fetch-Site", site));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(message, await ConsolePage.MessageOfAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", Keys, "text/plain", false)]
    [InlineData("POST", Keys, "application/x-www-form-urlencoded", false)]
    [InlineData("POST", Keys, null, false)]
    [InlineData("DELETE", "/console/session", "text/plain", false)]
    [InlineData("POST", "/console/session", "text/plain", false)]
    [InlineData("POST", Keys, "application/json; charset=utf-8", true)]
    [InlineData("POST", Keys, "Application/JSON", true)]
    public async Task Change_PassesAsJsonOnly(string method, string path, string? contentType, bool passes)
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(
            new HttpMethod(method),
            path,
            request => request.Content!.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType),
            """{"name":"x"}""");

        Assert.Equal(passes ? HttpStatusCode.Created : HttpStatusCode.Forbidden, response.StatusCode);
        if (!passes)
        {
            Assert.Contains($"Content-Type is '{contentType}'", await ConsolePage.MessageOfAsync(response), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await page.StatusAsync());
        }
    }

    [Theory]
    [InlineData("localhost:1234", true)]
    [InlineData("weir.localhost", true)]
    [InlineData("[::1]:8400", true)]
    [InlineData("192.168.1.7", true)]
    [InlineData("weir.example.com", true)]
    [InlineData("WEIR.example.com:443", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("notlocalhost", false)]
    [InlineData("weir.example.com.evil.example", false)]
    public async Task Host_MustBeOneOfThisServer(string host, bool passes)
    {
        await using var server = await TestServer.StartAsync("""{ "console": { "hosts": ["weir.example.com"] } }""");
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(HttpMethod.Get, Keys, request => request.Headers.Host = host);

        Assert.Equal(passes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
        if (!passes)
        {
            Assert.Contains($$"""{ "hosts": ["{{host}}"] }""", await ConsolePage.MessageOfAsync(response), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Host_NamedInUrls_Passes()
    {
        await using var server = await TestServer.StartAsync(config: null, adjust: options => options with { Urls = "http://127.0.0.1:0;http://weir.internal:0" });
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(HttpMethod.Get, Keys, request => request.Headers.Host = "weir.internal");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("other=1")]
    [InlineData("weir_session=")]
    [InlineData("weir_session=short")]
    [InlineData("weir_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task NoSession_Is401(string cookie)
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SendAsync(HttpMethod.Get, Keys, request => request.Headers.Add("Cookie", cookie));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("./weir login", await ConsolePage.MessageOfAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/keys")]
    [InlineData("/v1/projects")]
    [InlineData("/console/../api/v1/keys")]
    public async Task Cookie_OnAPublicRoute_IsIgnored(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        Assert.Equal(HttpStatusCode.Unauthorized, await page.StatusAsync(path));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("x-api-key")]
    [InlineData("api_key")]
    public async Task Key_UnderConsole_IsIgnored(string header)
    {
        await using var server = await TestServer.StartAsync();
        using var page = new ConsolePage(server);

        using var response = await page.SendAsync(HttpMethod.Get, Keys, request => request.Headers.TryAddWithoutValidation(header, server.ManagementKey));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Session_WinsOverAKeyHeader()
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(
            HttpMethod.Get,
            "/console/api/v1/key",
            request => request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {server.InferenceKey}"));

        Assert.True((await TestServer.ReadJsonAsync(response)).GetProperty("data").GetProperty("is_management_key").GetBoolean());
    }

    [Theory]
    [InlineData("/console/api/v1/chat/completions")]
    [InlineData("/console/v1/chat/completions")]
    [InlineData("/console/v1/traces")]
    public async Task CallingModelsAndSendingSpans_NeedsAKeyAndNoConsole(string path)
    {
        await using var server = await TestServer.StartAsync("""{ "traces": { "anonymous": true } }""");
        using var page = await ConsolePage.SignedInAsync(server);

        using var response = await page.SendAsync(
            HttpMethod.Post,
            path,
            request => request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {server.InferenceKey}"),
            """{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("without /console", await ConsolePage.MessageOfAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/metrics")]
    [InlineData("/console/console/api/v1/keys")]
    [InlineData("/console/console/session")]
    [InlineData("/console/api/v1/nothing")]
    public async Task OtherPaths_Are404(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        Assert.Equal(HttpStatusCode.NotFound, await page.StatusAsync(path));
    }

    [Theory]
    [InlineData("GET", "same-origin")]
    [InlineData("GET", "cross-site")]
    [InlineData("OPTIONS", "cross-site")]
    [InlineData("OPTIONS", "same-origin")]
    public async Task OtherOrigin_GetsNoPermission(string method, string site)
    {
        await using var server = await TestServer.StartAsync();
        using var page = await ConsolePage.SignedInAsync(server);

        using var gated = await page.SendAsync(new HttpMethod(method), Keys, FromElsewhere);
        using var open = await page.SendAsync(new HttpMethod(method), "/api/v1/keys", FromElsewhere);

        Assert.DoesNotContain(gated.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(open.Headers, header => header.Key == "Access-Control-Allow-Origin");

        void FromElsewhere(HttpRequestMessage request)
        {
            Replace(request, "Sec-Fetch-Site", site);
            request.Headers.Add("Origin", "https://evil.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "content-type");
        }
    }

    private static void Replace(HttpRequestMessage request, string name, string? value)
    {
        _ = request.Headers.Remove(name);
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }
}
