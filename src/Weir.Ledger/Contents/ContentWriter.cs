using System.Threading.Channels;

namespace Weir.Ledger.Contents;

/// <summary>Carries contents to their store in the background, so that no answer waits for them.</summary>
/// <remarks>
/// Bounded by <see cref="MostQueuedBytes"/>: what comes when that is taken is not kept, and counted, since a log must not stop the traffic that it is about.
/// A batch that the store refuses is tried once more, then given up and counted too. Disposing stores what was accepted.
/// </remarks>
public sealed class ContentWriter : IAsyncDisposable
{
    /// <summary>Bytes that wait for the store: 64 MiB.</summary>
    public const long MostQueuedBytes = 64L << 20;

    private const int LargestBatch = 64;

    private readonly IContentStore _store;
    private readonly Action<int, Exception?> _onLost;
    private readonly Channel<ContentRow> _queue = Channel.CreateUnbounded<ContentRow>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _pump;
    private long _queuedBytes;
    private long _lost;

    /// <param name="store">Where contents go; outlives this.</param>
    /// <param name="onLost">Told how many were not kept and why, to log it; null for a full queue.</param>
    public ContentWriter(IContentStore store, Action<int, Exception?> onLost)
    {
        _store = store;
        _onLost = onLost;
        _pump = PumpAsync();
    }

    /// <summary>Contents that were not kept although they should have been, since the start.</summary>
    public long Lost => Volatile.Read(ref _lost);

    /// <summary>Hands a content on; never waits.</summary>
    public void Write(ContentRow content)
    {
        if (Interlocked.Add(ref _queuedBytes, content.Json.Length) > MostQueuedBytes || !_queue.Writer.TryWrite(content))
        {
            _ = Interlocked.Add(ref _queuedBytes, -content.Json.Length);
            Lose(1, cause: null);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ = _queue.Writer.TryComplete();
        await _pump;
    }

    private async Task PumpAsync()
    {
        var batch = new List<ContentRow>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var content))
            {
                batch.Add(content);
            }

            if (await TryStoreAsync(batch) is not null && await TryStoreAsync(batch) is { } failure)
            {
                Lose(batch.Count, failure);
            }

            _ = Interlocked.Add(ref _queuedBytes, -batch.Sum(content => (long)content.Json.Length));
            batch.Clear();
        }
    }

    private async Task<Exception?> TryStoreAsync(List<ContentRow> batch)
    {
        try
        {
            await _store.SaveAsync(batch, CancellationToken.None);
            return null;
        }
        catch (Exception failure)
        {
            // The edge of the background loop: it goes on with what comes next.
            return failure;
        }
    }

    private void Lose(int count, Exception? cause)
    {
        _ = Interlocked.Add(ref _lost, count);
        _onLost(count, cause);
    }
}
