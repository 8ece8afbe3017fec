using Weir.Load.Worker;
using Xunit;

namespace Weir.Tests.Load;

/// <summary>Clients and instant upstream of the benchmark, with nothing between: whatever is lost here would be blamed on a gateway.</summary>
public sealed class LoadGeneratorTests
{
    [Theory]
    [InlineData("bench-whole", false)]
    [InlineData("bench-stream", true)]
    public async Task Run_NothingBetween_AnswersAll(string model, bool streams)
    {
        using var upstream = new InstantUpstream();

        var result = await LoadGenerator.RunAsync(Job(model, streams) with { Requests = 500 }, upstream.Port);

        Assert.Equal((500, 0, null), (result.Requests, result.Errors, result.FirstError));
        Assert.Equal(streams ? 500 * Answers.StreamEvents : 0, result.Events);
        Assert.True(result.Latency.P50 > 0);
    }

    [Fact]
    public async Task Run_PacedStreams_ComeWholeAndAtTheirPace()
    {
        using var upstream = new InstantUpstream();

        var result = await LoadGenerator.RunAsync(Job("bench-paced", streams: true) with { Requests = 8 }, upstream.Port);

        Assert.Equal((8, 0, 0L), (result.Requests, result.Errors, result.LostEvents));
        Assert.Equal(8 * Answers.StreamEvents, result.Events);

        // All events but the first leave a pace after the one before; a busy machine only makes it longer.
        Assert.True(result.Seconds >= (Answers.StreamEvents - 1) * PacedStreams.Pace.TotalSeconds);
    }

    [Fact]
    public async Task Run_LargeRequests_AreSentWhole()
    {
        using var upstream = new InstantUpstream();

        var result = await LoadGenerator.RunAsync(Job("bench-whole", streams: false) with { Requests = 40, PromptBytes = 1_000_000 }, upstream.Port);

        Assert.Equal((40, 0), (result.Requests, result.Errors));
    }

    [Fact]
    public async Task Run_NobodyListens_SaysSo()
    {
        int port;
        using (var upstream = new InstantUpstream())
        {
            port = upstream.Port;
        }

        var result = await LoadGenerator.RunAsync(Job("bench-whole", streams: false) with { Requests = 1 }, port);

        Assert.Equal((0, 1), (result.Requests, result.Errors));
        Assert.Contains("refused", result.FirstError, StringComparison.OrdinalIgnoreCase);
    }

    private static LoadJob Job(string model, bool streams) => new()
    {
        Port = 0, Path = "/v1/chat/completions", Headers = ["Authorization: Bearer x"], Model = model, Streams = streams, Concurrency = 4,
    };
}
