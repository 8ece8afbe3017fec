using System.Collections.Immutable;

namespace Weir.Simulator;

/// <summary>What the simulator saw of one request; for tests of retry, fallback and cancellation code.</summary>
public sealed record SimulatedRequest
{
    /// <summary>1 for the first request of this server, then counting up.</summary>
    public required long Sequence { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Model as the client named it; null until the body was read.</summary>
    public string? Model { get; init; }

    public bool Streamed { get; init; }

    /// <summary>Status sent; 0 when no response was begun.</summary>
    public int Status { get; init; }

    public required SimulatedOutcome Outcome { get; init; }

    /// <summary>Completion tokens handed to the client.</summary>
    public int TokensSent { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Names of the request headers, lower case, sorted. Never their values: those hold keys.</summary>
    public required ImmutableArray<string> HeaderNames { get; init; }
}
