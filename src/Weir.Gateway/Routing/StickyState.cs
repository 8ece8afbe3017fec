namespace Weir.Gateway.Routing;

/// <summary>Which endpoint served each conversation last: its prompt cache is warm there.</summary>
/// <remarks>
/// In memory, for ten minutes after the last success. Bounded by a number of conversations: the one that succeeded longest ago goes. Safe for
/// any number of callers.
/// </remarks>
public sealed class StickyState(TimeProvider time, int mostConversations = StickyState.MostConversations)
{
    /// <summary>Conversations, of all workspaces and models.</summary>
    public const int MostConversations = 100_000;

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> _entries = [];

    // The first succeeded last. All live equally long, so the last is also the first to expire.
    private readonly LinkedList<Entry> _byTime = new();

    /// <summary>Conversations remembered, those included whose time is over.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The endpoint that served a conversation last; null when it is not known, or too long ago.</summary>
    /// <param name="workspace">Whose conversation.</param>
    /// <param name="model">Slug of the model, or of the router that chose one.</param>
    /// <param name="conversation">Which.</param>
    /// <param name="within">For how long after a success it counts, at most ten minutes; null: ten.</param>
    public StickyEndpoint? Find(Guid workspace, string model, in StickyConversation conversation, TimeSpan? within = null)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(new Key(workspace, model, conversation.Id), out var node) && time.GetElapsedTime(node.Value.At) < (within ?? TimeToLive)
                ? node.Value.Endpoint
                : null;
        }
    }

    /// <summary>Remembers who served a conversation; its ten minutes begin anew.</summary>
    public void Remember(Guid workspace, string model, in StickyConversation conversation, in StickyEndpoint endpoint)
    {
        var entry = new Entry(new Key(workspace, model, conversation.Id), endpoint, time.GetTimestamp());
        lock (_gate)
        {
            if (_entries.TryGetValue(entry.Key, out var before))
            {
                _byTime.Remove(before);
            }

            _entries[entry.Key] = _byTime.AddFirst(entry);
            while (_byTime.Last is { } oldest && (_entries.Count > mostConversations || time.GetElapsedTime(oldest.Value.At, entry.At) >= TimeToLive))
            {
                _byTime.RemoveLast();
                _ = _entries.Remove(oldest.Value.Key);
            }
        }
    }

    private readonly record struct Key(Guid Workspace, string Model, UInt128 Conversation);

    private readonly record struct Entry(Key Key, StickyEndpoint Endpoint, long At);
}
