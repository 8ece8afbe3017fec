using Weir.Tracing.Live;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing.Live;

/// <summary>Who is told which traces grew, and what happens to those who do not listen.</summary>
public sealed class TraceFeedTests
{
    private static readonly Guid Workspace = new(1, 0, 0, new byte[8]);
    private static readonly Guid Other = new(2, 0, 0, new byte[8]);

    private readonly TraceFeed _feed = new();

    [Fact]
    public async Task Listener_IsToldEachTraceOfItsWorkspaceOnce()
    {
        using var all = _feed.TrySubscribe(Workspace, traceId: null)!;
        using var one = _feed.TrySubscribe(Workspace, new TraceId(0, 2))!;

        _feed.Publish([Span(Workspace, 1), Span(Workspace, 1), Span(Workspace, 2), Span(Other, 3)]);
        _feed.Publish([Span(Workspace, 1)]);

        await all.WaitAsync(CancellationToken.None);
        Assert.Equal([new TraceId(0, 1), new TraceId(0, 2)], all.Take().Traces.OrderBy(trace => trace.Low));
        Assert.Equal([new TraceId(0, 2)], one.Take().Traces);
        Assert.Empty(all.Take().Traces);
    }

    [Fact]
    public async Task NothingNew_IsWaitedFor()
    {
        using var listener = _feed.TrySubscribe(Workspace, traceId: null)!;
        _feed.Publish([Span(Other, 1)]);

        var wait = listener.WaitAsync(CancellationToken.None);
        Assert.False(wait.IsCompleted);
        _feed.Publish([Span(Workspace, 1)]);
        await wait;

        Assert.False(listener.Take().IsBehind);
    }

    [Fact]
    public async Task TooMuchAtOnce_IsToldAsHavingFallenBehindAndThenBeginsAnew()
    {
        using var listener = _feed.TrySubscribe(Workspace, traceId: null)!;

        for (var trace = 0UL; trace <= TraceSubscription.MostPending; trace++)
        {
            _feed.Publish([Span(Workspace, trace)]);
        }

        await listener.WaitAsync(CancellationToken.None);
        var grown = listener.Take();
        Assert.True(grown.IsBehind);
        Assert.Empty(grown.Traces);
        _feed.Publish([Span(Workspace, 7)]);
        Assert.Equal(new GrownTraces([new TraceId(0, 7)], false).Traces, listener.Take().Traces);
    }

    [Fact]
    public void Listeners_AreBoundedAndLeavingMakesRoom()
    {
        var listeners = Enumerable.Range(0, TraceFeed.MostSubscriptions).Select(_ => _feed.TrySubscribe(Workspace, traceId: null)!).ToArray();

        Assert.Null(_feed.TrySubscribe(Workspace, traceId: null));
        listeners[3].Dispose();
        using var later = _feed.TrySubscribe(Workspace, traceId: null);

        Assert.NotNull(later);
        _feed.Publish([Span(Workspace, 1)]);
        Assert.Empty(listeners[3].Take().Traces);
        Assert.Single(later.Take().Traces);
    }

    private static SpanRow Span(Guid workspace, ulong trace) => new()
    {
        WorkspaceId = workspace,
        TraceId = new TraceId(0, trace),
        SpanId = new SpanId(1),
        Project = "p",
        Name = "s",
        Kind = "LLM",
        StartUnixNanos = 0,
        EndUnixNanos = 0,
        ReceivedUnixNanos = 0,
        Attributes = "{}"u8.ToArray(),
    };
}
