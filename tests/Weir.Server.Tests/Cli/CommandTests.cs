using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Cli;

/// <summary>The commands, run as a user runs them.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Demo_PrintsAnswerTraceCostAndConsole()
    {
        var (exitCode, output, errors) = await WeirProcess.RunAsync("demo", "--prompt", "Why do rivers meander?");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(exitCode == 0, errors);
        Assert.Contains("meander", output, StringComparison.Ordinal);
        Assert.Contains("└─ Gateway ChatCompletion", output, StringComparison.Ordinal);
        Assert.Contains("--keep", lines[^4], StringComparison.Ordinal);
        Assert.Matches("^trace: [0-9a-f]{32}$", lines[^3]);
        Assert.Matches(@"^cost: \$\d+(\.\d+)?$", lines[^2]);
        Assert.Matches("^console: http://127.0.0.1:[0-9]+/traces/[0-9a-f]{32}$", lines[^1]);
    }

    [Fact]
    public async Task Demo_WithAPaidModel_ShowsWhatItCost()
    {
        var (_, output, _) = await WeirProcess.RunAsync("demo", "--model", "sim/small");

        Assert.Matches(new Regex(@"^cost: \$0\.0000\d+$", RegexOptions.Multiline), output);
    }

    [Fact]
    public async Task KeysCreate_IsHonouredByARunningServerWithinASecond()
    {
        var folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;
        try
        {
            await using var server = await WeirProcess.ServeAsync(folder);
            var (exitCode, output, _) = await WeirProcess.RunAsync("keys", "create", "--name", "later", "--data", folder);
            await Task.Delay(TimeSpan.FromSeconds(1));

            using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/api/v1/key"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", output.Trim());
            using var response = await invoker.SendAsync(request, CancellationToken.None);

            Assert.Equal(0, exitCode);
            Assert.Matches("^sk-or-v1-[0-9a-f]{64}\n$", output);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Serve_WithABrokenConfiguration_SaysEveryErrorAndExits1()
    {
        var folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;
        var file = Path.Combine(folder, "weir.json");
        await File.WriteAllTextAsync(file, """{ "providers": { "a": { "dialect": "opnai", "base_ulr": "x" } }, "modles": {} }""");
        try
        {
            var (exitCode, _, errors) = await WeirProcess.RunAsync("serve", "--config", file, "--data", folder, "--urls", "http://127.0.0.1:0");

            Assert.Equal(1, exitCode);
            Assert.Contains("providers.a.dialect", errors, StringComparison.Ordinal);
            Assert.Contains("did you mean \"base_url\"?", errors, StringComparison.Ordinal);
            Assert.Contains("did you mean \"models\"?", errors, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Doctor_NamesWhatIsWrongAndTheFix()
    {
        var folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;
        var file = Path.Combine(folder, "weir.json");
        await File.WriteAllTextAsync(file, TestServer.Config("", "http://127.0.0.1:1/v1"));
        try
        {
            var (exitCode, output, _) = await WeirProcess.RunAsync("doctor", "--config", file, "--data", folder, "--urls", "http://127.0.0.1:0");

            Assert.Equal(1, exitCode);
            Assert.Contains("WRONG   provider acme0: http://127.0.0.1:1/v1/ cannot be reached", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--name must not be empty", "--name", "")]
    [InlineData("--limit must be 0 or more", "--name", "a", "--limit", "-1")]
    [InlineData("--limit must be 0 or more", "--name", "a", "--limit", "much")]
    [InlineData("--limit must be 0 or more", "--name", "a", "--limit", "1e3")]
    [InlineData("it must be an address", "--name", "a", "--server", "nonsense")]
    [InlineData("WEIR_MANAGEMENT_KEY is not set", "--name", "a", "--server", "http://127.0.0.1:8400")]
    public async Task KeysCreate_WithoutWhatItNeeds_SaysSoAndPrintsNoKey(string error, params string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var (exitCode, output, errors) = await WeirProcess.RunAsync(["keys", "create", "--data", folder, .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(error, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-or-v1-", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Serve_OnAFolderInUse_DoesNotStart()
    {
        var folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;
        try
        {
            await using var first = await WeirProcess.ServeAsync(folder);

            var (exitCode, _, errors) = await WeirProcess.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--otlp-grpc", "none", "--data", folder);

            Assert.Equal(1, exitCode);
            Assert.Contains("another server", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
