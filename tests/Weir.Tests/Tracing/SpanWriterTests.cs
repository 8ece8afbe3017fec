using System.Text.Json;
using Weir.Tracing.Ingest;
using Weir.Tracing.Live;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing;

/// <summary>The way of spans to the store, and what happens when it does not take them.</summary>
public sealed class SpanWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
    private readonly FakeTraceStore _store = new();
    private readonly TraceFeed _feed = new();
    private readonly List<DeadLetter> _deadLetters = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Write_ThenDispose_StoresEverything()
    {
        var writer = Writer();
        for (var i = 1UL; i <= 100; i++)
        {
            await writer.WriteAsync([Span(i)], CancellationToken.None);
        }

        await writer.DisposeAsync();

        Assert.Equal(100, _store.Stored.Count);
        Assert.Equal(0, writer.PendingBytes);
        _ = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await writer.WriteAsync([Span(1)], CancellationToken.None));
    }

    [Fact]
    public async Task Stored_SpansAreToldWhetherTheirSenderWaitsOrNot()
    {
        using var listener = _feed.TrySubscribe(Span(1).WorkspaceId, traceId: null)!;
        await using var writer = Writer();

        await writer.StoreAsync([Span(1)], CancellationToken.None);
        await listener.WaitAsync(CancellationToken.None);
        Assert.Single(listener.Take().Traces);
        await writer.WriteAsync([Span(2)], CancellationToken.None);
        await listener.WaitAsync(CancellationToken.None);

        Assert.Single(listener.Take().Traces);
        Assert.Equal(2, _store.Stored.Count);
    }

    [Fact]
    public async Task Refused_SpansAreNotTold()
    {
        using var listener = _feed.TrySubscribe(Span(1).WorkspaceId, traceId: null)!;
        await using var writer = Writer();
        _store.OnAppend = _ => throw new IOException("disk full");

        _ = await Assert.ThrowsAsync<IOException>(() => writer.StoreAsync([Span(1)], CancellationToken.None));

        Assert.Empty(listener.Take().Traces);
    }

    [Fact]
    public async Task Store_Failing_TellsTheCaller()
    {
        await using var writer = Writer();
        _store.OnAppend = _ => throw new IOException("disk full");

        _ = await Assert.ThrowsAsync<IOException>(() => writer.StoreAsync([Span(1)], CancellationToken.None));

        Assert.Empty(_deadLetters);
        Assert.Equal(0, writer.PendingBytes);
    }

    [Fact]
    public async Task Write_QueueFull_WaitsForTheStore()
    {
        var gate = new TaskCompletionSource();
        _store.OnAppend = _ => gate.Task;
        await using var writer = Writer(queueBytes: Span(1).SizeBytes);
        await writer.WriteAsync([Span(1)], CancellationToken.None);

        var second = writer.WriteAsync([Span(2)], CancellationToken.None).AsTask();
        using var cancelled = new CancellationTokenSource();
        var third = writer.WriteAsync([Span(3)], cancelled.Token).AsTask();
        await cancelled.CancelAsync();

        Assert.False(second.IsCompleted);
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        gate.SetResult();
        await second;
    }

    [Fact]
    public async Task Write_StoreFailsOnce_IsTriedAgain()
    {
        _store.OnAppend = _ => _store.Appends == 1 ? throw new IOException("busy") : Task.CompletedTask;
        var writer = Writer();

        await writer.WriteAsync([Span(1)], CancellationToken.None);
        await writer.DisposeAsync();

        Assert.Single(_store.Stored);
        Assert.Empty(_deadLetters);
    }

    [Fact]
    public async Task Write_OneSpanIsRefused_OnlyItIsSetAside()
    {
        _store.OnAppend = spans => spans.Any(span => span.SpanId.Value == 2) ? throw new IOException("this one") : Task.CompletedTask;
        var writer = Writer();

        await writer.WriteAsync([Span(1), Span(2), Span(3)], CancellationToken.None);
        await writer.DisposeAsync();

        Assert.Equal([1UL, 3UL], _store.Stored.Select(span => span.SpanId.Value));
        var letter = Assert.Single(_deadLetters);
        Assert.Equal((1, 1), (letter.Spans, writer.DeadLetteredSpans));
        using var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(letter.Path!)));
        Assert.Equal("0000000000000002", line.RootElement.GetProperty("span_id").GetString());
        Assert.Equal("v", line.RootElement.GetProperty("attributes").GetProperty("k").GetString());
    }

    [Fact]
    public async Task Write_StoreIsDead_EverythingIsSetAsideWithoutTryingAll()
    {
        _store.OnAppend = _ => throw new IOException("gone");
        var writer = Writer();

        await writer.WriteAsync([.. Enumerable.Range(1, 50).Select(i => Span((ulong)i))], CancellationToken.None);
        await writer.DisposeAsync();

        Assert.Equal(50, Assert.Single(_deadLetters).Spans);
        Assert.InRange(_store.Appends, 1, 10);
    }

    [Fact]
    public async Task Write_AfterALoneSpan_GathersUntilTheTimeIsOver()
    {
        var writer = Writer(gatherTime: TimeSpan.FromDays(1));
        await writer.WriteAsync([Span(1)], CancellationToken.None);
        while (_store.Stored.Count == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        for (var id = 2UL; id <= 5; id++)
        {
            await writer.WriteAsync([Span(id)], CancellationToken.None);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Single(_store.Stored);
        await writer.DisposeAsync();
        Assert.Equal([1UL, 2UL, 3UL, 4UL, 5UL], _store.Stored.Select(span => span.SpanId.Value));
        Assert.Equal(2, _store.Appends);
    }

    private SpanWriter Writer(long queueBytes = 64 << 20, TimeSpan gatherTime = default) => new(
        _store,
        _feed,
        new SpanWriterOptions
        {
            DeadLetterFolder = Path.Combine(_folder, "dead"), QueueBytes = queueBytes, GatherTime = gatherTime, RetryDelays = [TimeSpan.Zero, TimeSpan.Zero],
        },
        TimeProvider.System,
        _deadLetters.Add);

    private static SpanRow Span(ulong id) => new()
    {
        WorkspaceId = Guid.Empty,
        TraceId = new TraceId(1, 1),
        SpanId = new SpanId(id),
        Project = "p",
        Name = "n",
        Kind = "LLM",
        StartUnixNanos = 1,
        EndUnixNanos = 2,
        ReceivedUnixNanos = 3,
        Attributes = """{"k":"v"}"""u8.ToArray(),
    };
}
