using System.Collections.Immutable;
using System.Diagnostics;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Those of the sixteen faults that wait, at the waits and limits that an operator gets without a word of configuration; all at the same time, in about three minutes.</summary>
public sealed class FullWaitTests
{
    private const string Request = """{"model":"acme/small","stream":true,"provider":{"order":["primary","healthy"]},"messages":[{"role":"user","content":"Count"}]}""";

    private static readonly ImmutableArray<(string Name, Func<string, Task> Run)> Cases =
    [
        ("first token after 20 s", FirstTokenAfter20Async),
        ("stall of 30 s mid-stream", StallOf30Async),
        ("no response at all", NoResponseAsync),
        ("primary down for 60 s then healthy", DownFor60Async),
    ];

    // Every run begins with the first that is awaited.
    private static readonly Lazy<Dictionary<(string, string), Task>> Runs = new(
        () => Cases.SelectMany(_ => (string[])["error", "continue"], (one, policy) => (one, policy)).ToDictionary(run => (run.one.Name, run.policy), run => run.one.Run(run.policy)));

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (name, _) in Cases)
            {
                all.Add(name, "error");
                all.Add(name, "continue");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fault_WithItsFullWait_EndsAsItShould(string name, string policy)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("WEIR_LONG") == "1", "WEIR_LONG is not set: the full waits of the faults take minutes; the scaled ones have run.");
        await Runs.Value[(name, policy)];
    }

    // Below the limit of 60 s: the caller waits, hears comments, and gets the answer of the first.
    private static async Task FirstTokenAfter20Async(string policy)
    {
        await using var primary = await FakeUpstream.StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
            await FakeUpstream.Events(WordStream.Complete)(context);
        });
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(WordStream.Complete));
        await using var server = await TestServer.StartAsync(Config(policy, primary, healthy));

        var (text, error, took) = await AskAsync(server);

        Assert.Equal((WordStream.Whole, null), (text, error));
        Assert.InRange(took.TotalSeconds, 19, 60);
        Assert.Empty(healthy.Requests);
    }

    // Above the limit of 20 s between two reads.
    private static async Task StallOf30Async(string policy)
    {
        await using var primary = await FakeUpstream.StartAsync(async context =>
        {
            await FakeUpstream.Events([Chunks.Role, .. WordStream.Chunks(0, 40)])(context);
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            await FakeUpstream.Events([.. WordStream.Chunks(40, 60), Chunks.Stop, Chunks.Done])(context);
        });
        FakeUpstream? other = null;
        await using var healthy = other = await FakeUpstream.StartAsync(context => WordStream.GoOn(other!.Requests.Last().Body)(context));
        await using var server = await TestServer.StartAsync(Config(policy, primary, healthy));

        var (text, error, took) = await AskAsync(server);

        // How many words came says that it was not the whole stall; a busy machine loads its tokenizer for as long again.
        Assert.InRange(took.TotalSeconds, 19, 120);
        Assert.Equal(policy == "error" ? 504 : null, error);
        Assert.Equal(policy == "error" ? 0 : 1, healthy.Requests.Count);
        Assert.StartsWith(text, WordStream.Whole, StringComparison.Ordinal);
        Assert.Equal(policy == "continue" ? 60 : 40, text.Split(' ').Length);
    }

    // The limit of 60 s to the first token, then the next endpoint.
    private static async Task NoResponseAsync(string policy)
    {
        await using var primary = await FakeUpstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(WordStream.Complete));
        await using var server = await TestServer.StartAsync(Config(policy, primary, healthy));

        var (text, error, took) = await AskAsync(server);

        Assert.Equal((WordStream.Whole, null), (text, error));
        Assert.InRange(took.TotalSeconds, 59, 120);
        Assert.Equal((1, 1), (primary.Requests.Count, healthy.Requests.Count));
    }

    // Nobody notices the outage; the first endpoint is bothered little, and is back within the longest pause.
    private static async Task DownFor60Async(string policy)
    {
        var started = Stopwatch.GetTimestamp();
        var firstWell = TimeSpan.Zero;
        await using var primary = await FakeUpstream.StartAsync(context =>
        {
            var elapsed = Stopwatch.GetElapsedTime(started);
            if (elapsed < TimeSpan.FromSeconds(60))
            {
                return FakeUpstream.Json(503, """{"error":{"message":"down"}}""")(context);
            }

            firstWell = firstWell == TimeSpan.Zero ? elapsed : firstWell;
            return FakeUpstream.Events(WordStream.Complete)(context);
        });
        await using var healthy = await FakeUpstream.StartAsync(FakeUpstream.Events(WordStream.Complete));
        await using var server = await TestServer.StartAsync(Config(policy, primary, healthy));

        var inVain = 0;
        while (firstWell == TimeSpan.Zero && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(140))
        {
            inVain = primary.Requests.Count;
            var (text, error, _) = await AskAsync(server);
            Assert.Equal((WordStream.Whole, null), (text, error));
            await Task.Delay(500);
        }

        Assert.InRange(firstWell.TotalSeconds, 60, 135);
        Assert.InRange(inVain, 4, 12);
    }

    private static async Task<(string Text, int? Error, TimeSpan Took)> AskAsync(TestServer server)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await server.ChatAsync(Request);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        Assert.True(hasEnd);
        int? error = events[^1].TryGetProperty("error", out var said) ? said.GetProperty("code").GetInt32() : null;
        return (Sse.Text(events), error, Stopwatch.GetElapsedTime(started));
    }

    private static string Config(string policy, FakeUpstream primary, FakeUpstream healthy) => $$"""
        {
          "providers": {
            "primary": { "name": "Primary", "dialect": "openai", "base_url": "{{primary.BaseUrl}}" },
            "healthy": { "name": "Healthy", "dialect": "openai", "base_url": "{{healthy.BaseUrl}}" }
          },
          "models": {
            "acme/small": { "endpoints": [ { "provider": "primary", "upstream_model": "small-1" }, { "provider": "healthy", "upstream_model": "small-1" } ] }
          },
          "routing": { "mid_stream": "{{policy}}" }
        }
        """;
}
