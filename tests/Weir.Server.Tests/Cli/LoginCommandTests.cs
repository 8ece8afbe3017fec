using System.Net;
using Weir.Server.Tests.Console;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Cli;

/// <summary>Sign-in links that the commands print: each leads to the running server and signs in once.</summary>
public sealed class LoginCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;

    [Fact]
    public async Task Login_WithTheDataFolder_PrintsALinkThatSignsIn()
    {
        await using var server = await WeirProcess.ServeAsync(_folder);

        var (exitCode, output, errors) = await WeirProcess.RunAsync("login", "--data", _folder, "--next", "/traces/abc");

        Assert.True(exitCode == 0, errors);
        Assert.Matches($"^{server.Address}login\\?next=/traces/abc#[A-Za-z0-9_-]{{43}}\n$", output);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await RedeemAsync(output), await RedeemAsync(output)));
    }

    [Fact]
    public async Task Login_WithAServer_PrintsALinkThatSignsIn()
    {
        await using var server = await WeirProcess.ServeAsync(_folder);
        var address = server.Address.AbsoluteUri.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var (exitCode, output, errors) = await WeirProcess.RunWithAsync(("WEIR_MANAGEMENT_KEY", server.ManagementKey), "login", "--server", address);

        Assert.True(exitCode == 0, errors);
        Assert.Matches($"^{address}login#[A-Za-z0-9_-]{{43}}\n$", output);
        Assert.Equal(HttpStatusCode.OK, await RedeemAsync(output));
    }

    [Fact]
    public async Task Login_WithAnInferenceKey_SaysWhyNot()
    {
        await using var server = await WeirProcess.ServeAsync(_folder);

        var (exitCode, output, errors) = await WeirProcess.RunWithAsync(("WEIR_MANAGEMENT_KEY", server.InferenceKey), "login", "--server", server.Address.AbsoluteUri);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("answered 403: Only management keys can perform this operation", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WithoutARunningServer_SaysHowToStartOne()
    {
        await using (var server = await WeirProcess.ServeAsync(_folder))
        {
            await server.KillAsync();
        }

        var (exitCode, output, errors) = await WeirProcess.RunAsync("login", "--data", _folder);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains($"no server runs on the data folder '{_folder}'. Start one with ./weir serve", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WithoutAFolder_MakesNone()
    {
        var missing = Path.Combine(_folder, "missing");

        var (exitCode, _, errors) = await WeirProcess.RunAsync("login", "--data", missing);

        Assert.Equal(1, exitCode);
        Assert.Contains("./weir serve", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Theory]
    [InlineData("--next is '//evil.example'", "--next", "//evil.example")]
    [InlineData("--next is 'traces'", "--next", "traces")]
    [InlineData("WEIR_MANAGEMENT_KEY is not set", "--server", "http://127.0.0.1:8400")]
    [InlineData("it must be an address", "--server", "nonsense")]
    public async Task Login_WithoutWhatItNeeds_SaysSo(string error, params string[] arguments)
    {
        var (exitCode, output, errors) = await WeirProcess.RunAsync(["login", "--data", _folder, .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(error, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("#", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnEveryAddress_NamesLoopback()
    {
        await using var server = await WeirProcess.StartAsync(
            line => line.StartsWith("console: ", StringComparison.Ordinal),
            "serve", "--urls", "http://0.0.0.0:0", "--otlp-grpc", "none", "--data", _folder);
        var console = server.After("console: ");

        var (_, output, _) = await WeirProcess.RunAsync("login", "--data", _folder);

        Assert.Matches("^http://127.0.0.1:[0-9]+/$", console);
        Assert.StartsWith($"{console}login#", output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await RedeemAsync(output));
    }

    [Fact]
    public async Task Serve_ForTheFirstTime_PrintsASignInLink_AndNeverAgain()
    {
        const string Label = "sign in (once, 10 minutes): ";
        await using (var server = await WeirProcess.ServeAsync(_folder))
        {
            Assert.Equal($"console: {server.Address}", await server.ReadLineAsync());
            var line = await server.ReadLineAsync();

            Assert.StartsWith($"{Label}{server.Address}login#", line, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await RedeemAsync(line![Label.Length..]));
        }

        await using var again = await WeirProcess.ServeAsync(_folder);
        Assert.Equal("", again.After("management key: "));
        Assert.Equal($"console: {again.Address}", await again.ReadLineAsync());
        var next = again.ReadLineAsync();
        await again.KillAsync();
        Assert.Null(await next);
    }

    [Fact]
    public async Task Demo_ThatStays_PrintsASignInLinkToTheTrace()
    {
        await using var demo = await WeirProcess.StartAsync(line => line.StartsWith("console: ", StringComparison.Ordinal), "demo", "--keep");

        var trace = new Uri(demo.After("console: "));
        Assert.Matches($"^Sign in: http://127.0.0.1:{trace.Port}/login\\?next={trace.AbsolutePath}#[A-Za-z0-9_-]{{43}}$", demo.Lines[^4]);
        Assert.Equal(HttpStatusCode.OK, await RedeemAsync(demo.After("Sign in: ")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What the page at the link does with it.
    private static async Task<HttpStatusCode> RedeemAsync(string link)
    {
        var address = new Uri(link.Trim());
        using var page = new ConsolePage(address);
        using var response = await page.SignInAsync("token", address.Fragment[1..]);
        return response.StatusCode;
    }
}
