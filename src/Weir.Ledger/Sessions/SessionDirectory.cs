using System.Collections.Concurrent;
using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>The sessions in memory, so that letting a request of the console in reads no database.</summary>
/// <remarks>Bounded by <see cref="Capacity"/>: the oldest leaves. An expired one leaves when it is touched.</remarks>
public sealed class SessionDirectory
{
    /// <summary>Sessions that are kept, in memory and in the ledger.</summary>
    public const int Capacity = 10_000;

    private readonly ConcurrentDictionary<KeyHash, SessionRow> _sessions = new();
    private readonly Lock _adding = new();

    /// <summary>Adds a session; past the capacity the oldest one ends.</summary>
    public void Add(SessionRow session)
    {
        // One at a time: two that find the directory too full must not both make room.
        lock (_adding)
        {
            _sessions[session.Hash] = session;
            if (_sessions.Count > Capacity)
            {
                Remove(_sessions.Values.MinBy(known => known.CreatedAt)!.Hash);
            }
        }
    }

    /// <summary>A session by the hash of its cookie; null when there is none or it has expired.</summary>
    public SessionRow? Find(KeyHash hash, DateTimeOffset now)
    {
        if (!_sessions.TryGetValue(hash, out var session))
        {
            return null;
        }

        if (session.ExpiresAt > now)
        {
            return session;
        }

        Remove(hash);
        return null;
    }

    public void Remove(KeyHash hash) => _sessions.TryRemove(hash, out _);
}
