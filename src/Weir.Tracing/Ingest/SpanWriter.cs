using System.Threading.Channels;
using Weir.Tracing.Live;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Ingest;

/// <summary>Carries spans to the store: at once for senders who wait, by a background loop for those who do not.</summary>
/// <remarks>
/// Bounded by <see cref="SpanWriterOptions.QueueBytes"/>; when that is taken, callers wait. A batch that the store refuses is
/// tried again, then span by span, and what is left goes to a dead-letter file. Disposing stores what was accepted.
/// </remarks>
public sealed class SpanWriter : ISpanSink, IAsyncDisposable
{
    // Two spans refused in a row: it is the store, not a span, and trying the others would only take longer.
    private const int RefusalsOfADeadStore = 2;

    private readonly ITraceStore _store;
    private readonly TraceFeed _feed;
    private readonly SpanWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<DeadLetter> _onDeadLetter;
    private readonly ByteBudget _budget;
    private readonly DeadLetterFile _deadLetters;
    private readonly Channel<SpanBatch> _queue = Channel.CreateUnbounded<SpanBatch>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _pump;
    private long _deadLettered;

    /// <param name="store">Where spans go; outlives this.</param>
    /// <param name="feed">Told which spans are stored.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="onDeadLetter">Told of spans that the store did not take, to log them; called on the background loop.</param>
    public SpanWriter(ITraceStore store, TraceFeed feed, SpanWriterOptions options, TimeProvider time, Action<DeadLetter> onDeadLetter)
    {
        _store = store;
        _feed = feed;
        _options = options;
        _time = time;
        _onDeadLetter = onDeadLetter;
        _budget = new ByteBudget(options.QueueBytes);
        _deadLetters = new DeadLetterFile(options.DeadLetterFolder, time);
        _pump = PumpAsync();
    }

    /// <summary>Bytes of spans on their way to the store.</summary>
    public long PendingBytes => _budget.TakenBytes;

    /// <summary>Spans that went to a dead-letter file since the start.</summary>
    public long DeadLetteredSpans => Volatile.Read(ref _deadLettered);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public async ValueTask WriteAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        if (spans.Count == 0)
        {
            return;
        }

        var batch = SpanBatch.Of(spans);
        await _budget.TakeAsync(batch.SizeBytes, cancellationToken);
        if (!_queue.Writer.TryWrite(batch))
        {
            _budget.Return(batch.SizeBytes);
            throw new ObjectDisposedException(nameof(SpanWriter));
        }
    }

    /// <inheritdoc/>
    public async Task StoreAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        if (spans.Count == 0)
        {
            return;
        }

        var size = SpanBatch.Of(spans).SizeBytes;
        await _budget.TakeAsync(size, cancellationToken);
        try
        {
            await AppendAsync(spans, cancellationToken);
        }
        finally
        {
            _budget.Return(size);
        }
    }

    /// <summary>Stores what was accepted, without waiting between tries any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _closing.CancelAsync();
        }

        await _pump;
        _closing.Dispose();
    }

    private async Task PumpAsync()
    {
        var spans = new List<SpanRow>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            var size = 0L;
            while (size < _options.BatchBytes && _queue.Reader.TryRead(out var batch))
            {
                spans.AddRange(batch.Spans);
                size += batch.SizeBytes;
            }

            await KeepAsync(spans);
            spans.Clear();
            _budget.Return(size);
            if (PendingBytes < _options.BatchBytes)
            {
                await PauseAsync(_options.GatherTime);
            }
        }
    }

    // Returns when every span is in the store or in a file, or when closing leaves no more time to try.
    private async Task KeepAsync(List<SpanRow> spans)
    {
        var failure = await TryStoreAsync(spans);
        foreach (var delay in _options.RetryDelays)
        {
            if (failure is null)
            {
                return;
            }

            await PauseAsync(delay);
            failure = await TryStoreAsync(spans);
        }

        if (failure is not null)
        {
            await SetAsideAsync(await StoreOneByOneAsync(spans), failure);
        }
    }

    private async Task<List<SpanRow>> StoreOneByOneAsync(List<SpanRow> spans)
    {
        var refused = new List<SpanRow>();
        foreach (var span in spans)
        {
            if (refused.Count >= RefusalsOfADeadStore || await TryStoreAsync([span]) is not null)
            {
                refused.Add(span);
            }
        }

        return refused;
    }

    private async Task SetAsideAsync(List<SpanRow> spans, Exception cause)
    {
        while (spans.Count > 0)
        {
            try
            {
                var path = await _deadLetters.AppendAsync(spans);
                _ = Interlocked.Add(ref _deadLettered, spans.Count);
                _onDeadLetter(new DeadLetter(path, spans.Count, cause));
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (_closing.IsCancellationRequested)
                {
                    _onDeadLetter(new DeadLetter(null, spans.Count, failure));
                    return;
                }
            }

            // Neither store nor file: hold on to the spans, so that callers wait, until one of them takes them again.
            await PauseAsync(_options.RetryDelays.IsEmpty ? TimeSpan.FromSeconds(1) : _options.RetryDelays[^1]);
            spans = await StoreOneByOneAsync(spans);
        }
    }

    private async Task<Exception?> TryStoreAsync(IReadOnlyList<SpanRow> spans)
    {
        try
        {
            await AppendAsync(spans, CancellationToken.None);
            return null;
        }
        catch (Exception failure)
        {
            // The edge of the background loop: whatever went wrong, the spans are tried again and then set aside.
            return failure;
        }
    }

    private async Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        await _store.AppendAsync(spans, cancellationToken);
        _feed.Publish(spans);
    }

    private async Task PauseAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, _time, _closing.Token);
        }
        catch (OperationCanceledException)
        {
            // Closing: the next try is made at once.
        }
    }
}
