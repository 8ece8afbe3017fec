using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary><c>weir traces</c> against a live server.</summary>
public sealed class TracesCommandTests
{
    [Fact]
    public async Task List_ByFilter_ShowsOneLineATraceWithoutTerminalCommands()
    {
        await using var server = await StartAsync();

        var (exitCode, output, errors) = await RunAsync(server, "list", "--filter", "llm.model_name == 'a/b'");

        Assert.True(exitCode == 0, errors);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(Otlp.TraceId(1), line, StringComparison.Ordinal);
        Assert.Contains("a/b", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Show_DrawsTheTree()
    {
        await using var server = await StartAsync();

        var (exitCode, output, errors) = await RunAsync(server, "show", Otlp.TraceId(1));

        Assert.True(exitCode == 0, errors);
        Assert.Equal(["outer", "  inner"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..7].TrimEnd()));
    }

    [Fact]
    public async Task Export_GivesEverySpanOnALine()
    {
        await using var server = await StartAsync();

        var (exitCode, output, errors) = await RunAsync(server, "export", "--project", "p");

        Assert.True(exitCode == 0, errors);
        Assert.Equal(3, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.StartsWith("{\"id\":", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("list", "--filter", "latency > 5", "latency_ms")]
    [InlineData("show", "00", null, "32 hex digits")]
    [InlineData("export", null, null, "--project is missing")]
    public async Task Mistakes_AreToldAsTheServerSays(string command, string? first, string? second, string named)
    {
        await using var server = await StartAsync();

        var (exitCode, _, errors) = await RunAsync(server, [command, .. new[] { first, second }.OfType<string>()]);

        Assert.Equal(1, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await Otlp.SendAsync(
            server, "p",
            Otlp.Span(1, 1, name: "outer", attributes: [("input.value", Otlp.Text("\u001b[31mred"))]),
            Otlp.Span(1, 2, parent: 1, name: "inner", attributes: [("llm.model_name", Otlp.Text("a/b")), ("llm.token_count.prompt", Otlp.Whole(1))]));
        await Otlp.SendAsync(server, "p", Otlp.Span(2, 3));
        return server;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(TestServer server, params string[] arguments) =>
        WeirProcess.RunWithAsync(("WEIR_KEY", server.InferenceKey), ["traces", .. arguments, "--server", server.Address.ToString()]);
}
