using System.Collections.Immutable;

namespace Weir.Server.Composition;

/// <summary>How the server stands to its <c>weir.json</c> at one moment.</summary>
internal sealed record ReloadReport
{
    /// <summary>When what is in force was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Why the file as it is now is not in force, one line each; empty: it is.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];

    /// <summary>Keys of the file whose values take effect after a restart.</summary>
    public ImmutableArray<string> AfterRestart { get; init; } = [];
}
