using System.Collections.Immutable;
using Weir.Gateway.Routing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.ResponseCache;

/// <summary>A complete answer as it came from the endpoint that gave it: its events, in the internal form of its operation.</summary>
public sealed record KeptAnswer
{
    // An entry, its places in the three orders it stands in, and its key.
    private const int OwnBytes = 512;

    /// <summary>The exchange it was given in.</summary>
    public required GenerationId SourceId { get; init; }

    /// <summary>The endpoint that gave it.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>All events, one behind the other.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Where each event ends in <see cref="Bytes"/>.</summary>
    public required ImmutableArray<int> Ends { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What it takes of the cache's memory.</summary>
    public long Size => OwnBytes + Bytes.Length + (sizeof(int) * (long)Ends.Length);
}
