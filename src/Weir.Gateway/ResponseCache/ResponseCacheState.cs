namespace Weir.Gateway.ResponseCache;

/// <summary>The answers that are kept, in memory: a restart forgets them.</summary>
/// <remarks>Bounded in bytes. What has expired goes first, then what has not been asked for the longest. Safe for any number of callers.</remarks>
public sealed class ResponseCacheState(long mostBytes, TimeProvider time)
{
    /// <summary>An answer larger than this is not kept.</summary>
    public const int LargestAnswer = 8 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<CacheKey, LinkedListNode<Entry>> _entries = [];
    private readonly SortedSet<Entry> _byExpiry = new(Comparer<Entry>.Create(static (left, right) =>
        left.Answer.ExpiresAt != right.Answer.ExpiresAt ? left.Answer.ExpiresAt.CompareTo(right.Answer.ExpiresAt) : left.Number.CompareTo(right.Number)));

    // The first was asked for last.
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;
    private long _number;

    /// <summary>Bytes of all answers that are kept.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The answer to the same request, unless there is none or its time is over.</summary>
    public KeptAnswer? Find(CacheKey key)
    {
        lock (_gate)
        {
            DropExpired();
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Forgets an answer.</summary>
    public void Clear(CacheKey key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                Drop(node);
            }
        }
    }

    /// <summary>Keeps an answer in place of any other to the same request.</summary>
    public void Keep(CacheKey key, KeptAnswer answer)
    {
        if (answer.Bytes.Length > LargestAnswer || answer.Size > mostBytes)
        {
            return;
        }

        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var before))
            {
                Drop(before);
            }

            DropExpired();
            while (_bytes + answer.Size > mostBytes)
            {
                Drop(_byUse.Last!);
            }

            var entry = new Entry(key, answer, _number++);
            _entries.Add(key, _byUse.AddFirst(entry));
            _ = _byExpiry.Add(entry);
            _bytes += answer.Size;
        }
    }

    private void DropExpired()
    {
        var now = time.GetUtcNow();
        while (_byExpiry.Min is { } first && first.Answer.ExpiresAt <= now)
        {
            Drop(_entries[first.Key]);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _ = _entries.Remove(node.Value.Key);
        _ = _byExpiry.Remove(node.Value);
        _byUse.Remove(node);
        _bytes -= node.Value.Answer.Size;
    }

    private sealed record Entry(CacheKey Key, KeptAnswer Answer, long Number);
}
