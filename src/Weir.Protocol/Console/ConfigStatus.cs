namespace Weir.Protocol.Console;

/// <summary>How a running server stands to its <c>weir.json</c>.</summary>
public sealed record ConfigStatus
{
    /// <summary>When what is in force was read: ISO 8601, UTC.</summary>
    public required string ReadAt { get; init; }

    /// <summary>Why the file as it is now is not in force, one line each; empty: it is.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Keys of the file whose values take effect after a restart.</summary>
    public required IReadOnlyList<string> AfterRestart { get; init; }
}
