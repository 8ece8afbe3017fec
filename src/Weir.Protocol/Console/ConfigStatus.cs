using System.Collections.Immutable;

namespace Weir.Protocol.Console;

/// <summary>How a running server stands to its <c>weir.json</c>.</summary>
public sealed record ConfigStatus
{
    /// <summary>When what is in force was read: ISO 8601, UTC.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Why the file as it is now is not in force, one line each; empty: it is.</summary>
    public required ImmutableArray<string> Errors { get; init; }

    /// <summary>Keys of the file whose values take effect after a restart.</summary>
    public required ImmutableArray<string> AfterRestart { get; init; }
}
