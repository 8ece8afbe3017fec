using Weir.Tracing.Model;

namespace Weir.Tracing.Live;

/// <summary>Tells who is looking which traces have just grown.</summary>
/// <remarks>
/// Told after spans are stored, so that whoever hears of a trace can read it. Telling never waits for a listener, and is one read of
/// a field while nobody listens. Safe for any number of callers.
/// </remarks>
public sealed class TraceFeed
{
    /// <summary>Listeners at once.</summary>
    public const int MostSubscriptions = 256;

    private readonly Lock _changes = new();
    private volatile TraceSubscription[] _subscriptions = [];

    /// <summary>Begins to listen; null when too many do.</summary>
    /// <param name="workspaceId">Whose traces.</param>
    /// <param name="traceId">One trace only; null for all.</param>
    public TraceSubscription? TrySubscribe(Guid workspaceId, TraceId? traceId)
    {
        lock (_changes)
        {
            if (_subscriptions.Length >= MostSubscriptions)
            {
                return null;
            }

            var subscription = new TraceSubscription(this, workspaceId, traceId);
            _subscriptions = [.. _subscriptions, subscription];
            return subscription;
        }
    }

    /// <summary>These spans are stored.</summary>
    public void Publish(IReadOnlyList<SpanRow> spans)
    {
        var subscriptions = _subscriptions;
        if (subscriptions.Length == 0)
        {
            return;
        }

        // Bounded by the batch; each trace is told once.
        var grown = new HashSet<(Guid Workspace, TraceId Trace)>();
        foreach (var span in spans)
        {
            _ = grown.Add((span.WorkspaceId, span.TraceId));
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Add(grown);
        }
    }

    internal void Remove(TraceSubscription subscription)
    {
        lock (_changes)
        {
            _subscriptions = [.. _subscriptions.Where(other => other != subscription)];
        }
    }
}
