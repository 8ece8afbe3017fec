using System.Threading.Channels;
using Weir.Tracing.Model;

namespace Weir.Tracing.Live;

/// <summary>The traces that have grown since one listener last asked.</summary>
/// <remarks>Bounded by <see cref="MostPending"/> traces; with more the listener has fallen behind, is told so, and begins anew. One listener.</remarks>
public sealed class TraceSubscription : IDisposable
{
    /// <summary>Traces that wait for the listener.</summary>
    public const int MostPending = 500;

    private readonly TraceFeed _feed;
    private readonly Guid _workspaceId;
    private readonly TraceId? _traceId;
    private readonly Lock _lock = new();

    // Holds one mark at most: there is something to take. The listener goes on elsewhere, not on the thread that tells.
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<TraceId> _pending = [];
    private bool _isBehind;

    internal TraceSubscription(TraceFeed feed, Guid workspaceId, TraceId? traceId)
    {
        _feed = feed;
        _workspaceId = workspaceId;
        _traceId = traceId;
    }

    /// <summary>Returns when there is something to take.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => _ = await _marks.Reader.ReadAsync(cancellationToken);

    /// <summary>What has grown since the last time.</summary>
    public GrownTraces Take()
    {
        lock (_lock)
        {
            var grown = new GrownTraces(_pending, _isBehind);
            (_pending, _isBehind) = ([], false);
            return grown;
        }
    }

    /// <summary>Ends listening.</summary>
    public void Dispose() => _feed.Remove(this);

    internal void Add(IEnumerable<(Guid Workspace, TraceId Trace)> grown)
    {
        var isNews = false;
        lock (_lock)
        {
            foreach (var (workspace, trace) in grown)
            {
                if (workspace != _workspaceId || (_traceId is { } wanted && wanted != trace))
                {
                    continue;
                }

                isNews = true;
                if (!_isBehind && _pending.Add(trace) && _pending.Count > MostPending)
                {
                    (_pending, _isBehind) = ([], true);
                }
            }
        }

        if (isNews)
        {
            _ = _marks.Writer.TryWrite(true);
        }
    }
}
