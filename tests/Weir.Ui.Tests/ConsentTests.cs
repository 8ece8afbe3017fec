using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Weir.Server.Tests.Testing;
using Weir.Ui.Tests.Testing;
using Xunit;

namespace Weir.Ui.Tests;

/// <summary>An application asks for a key by PKCE, and somebody in front of a browser says yes or no.</summary>
public sealed class ConsentTests(BrowserFixture chromium) : IAsyncLifetime
{
    private readonly string _verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private TestServer _server = null!;
    private FakeUpstream _application = null!;
    private ConsoleTab _tab = null!;

    private string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));

    private string Callback => $"{_application.BaseUrl}/cb?state=s1";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _application = await FakeUpstream.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!doctype html><title>App</title><link rel=icon href=data:,><p>Back at the application.");
        });
        _tab = await ConsoleTab.OpenAsync(chromium.Browser, _server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tab is not null)
        {
            await _tab.DisposeAsync();
        }

        await _application.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Approved_AfterSigningIn_IsAKeyThatWorks()
    {
        await AskAsync(Callback);
        await Assertions.Expect(_tab.Page.GetByRole(AriaRole.Heading, new() { Name = "a key?" })).ToContainTextAsync("“River app” at 127.0.0.1");
        await Assertions.Expect(_tab.Page.GetByLabel("Spending limit, US dollars")).ToHaveValueAsync("2.5");
        await _tab.IsAccessibleAsync();

        // Nobody is signed in: the page asks for a key, and only then goes on.
        await ApproveAsync();
        await _tab.Page.GetByLabel("Management key, to sign in").FillAsync(_server.ManagementKey);
        _tab.Expect("401");
        await ApproveAsync();
        var code = await ReturnedAsync("code");

        var (status, body) = await ExchangeAsync(code!, _verifier);
        Assert.Equal((HttpStatusCode.OK, "s1"), (status, await ReturnedAsync("state")));
        var key = body.GetProperty("key").GetString()!;
        using var answer = await _server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hi"}]}""", key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var data = (await _server.GetJsonAsync("/api/v1/key", key)).GetProperty("data");
        Assert.Equal("2.5", data.GetProperty("limit").GetRawText());
        Assert.Equal(HttpStatusCode.Forbidden, (await ExchangeAsync(code!, _verifier)).Status);
        _tab.IsQuiet();
    }

    [Fact]
    public async Task Approved_BySomebodyWhoIsSignedIn_IsNotAskedForAKeyAgain_AndAnotherVerifierGetsNothing()
    {
        await _tab.SignInAsync(_server.ManagementKey);
        await AskAsync(Callback);
        await ApproveAsync();
        var code = await ReturnedAsync("code");

        var (refused, problem) = await ExchangeAsync(code!, _verifier + "x");
        var (status, _) = await ExchangeAsync(code!, _verifier);

        Assert.Equal((HttpStatusCode.Forbidden, "Invalid code or code_verifier"), (refused, problem.GetProperty("error").GetProperty("message").GetString()));
        Assert.Equal(HttpStatusCode.OK, status);
        _tab.IsQuiet();
    }

    [Fact]
    public async Task Denied_TellsTheApplication_AndMakesNoKey()
    {
        await _tab.SignInAsync(_server.ManagementKey);
        var before = await KeysAsync();
        await AskAsync(Callback);

        await _tab.Page.GetByRole(AriaRole.Button, new() { Name = "Deny", Exact = true }).ClickAsync();

        Assert.Equal("access_denied", await ReturnedAsync("error"));
        Assert.Null(await ReturnedAsync("code"));
        Assert.Equal(before, await KeysAsync());
        _tab.IsQuiet();
    }

    [Fact]
    public async Task WithoutACallback_TheCodeIsShown_OrNoneIsMade()
    {
        await _tab.SignInAsync(_server.ManagementKey);
        await AskAsync(callback: null);
        await _tab.Page.GetByRole(AriaRole.Button, new() { Name = "Deny", Exact = true }).ClickAsync();
        await Assertions.Expect(_tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("No key was made.");

        await AskAsync(callback: null);
        await ApproveAsync();
        var shown = _tab.Page.Locator("output");
        await Assertions.Expect(shown).Not.ToBeEmptyAsync();

        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(await shown.InnerTextAsync(), _verifier)).Status);
        _tab.IsQuiet();
    }

    private Task<IResponse?> AskAsync(string? callback) => _tab.Page.GotoAsync(
        $"/auth?{(callback is null ? "" : $"callback_url={Uri.EscapeDataString(callback)}&")}code_challenge={Challenge}&code_challenge_method=S256&key_label=River%20app&limit=2.5");

    private Task ApproveAsync() => _tab.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();

    // A parameter that the application was called back with; null: it was not.
    private async Task<string?> ReturnedAsync(string name)
    {
        await _tab.ArriveAsync("/v1/cb?");
        return HttpUtility.ParseQueryString(new Uri(_tab.Page.Url).Query)[name];
    }

    private async Task<int> KeysAsync() => (await _server.GetJsonAsync("/api/v1/keys", _server.ManagementKey)).GetProperty("data").GetArrayLength();

    private async Task<(HttpStatusCode Status, JsonElement Body)> ExchangeAsync(string code, string verifier)
    {
        using var answer = await _server.SendAsync(HttpMethod.Post, "/api/v1/auth/keys", key: null, $$"""{"code":"{{code}}","code_verifier":"{{verifier}}","code_challenge_method":"S256"}""");
        return (answer.StatusCode, await TestServer.ReadJsonAsync(answer));
    }
}
