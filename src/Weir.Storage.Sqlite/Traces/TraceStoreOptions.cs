using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>What a trace store does beside storing, and for how long it keeps spans.</summary>
public sealed record TraceStoreOptions
{
    /// <summary>Whether the words of spans are indexed, in <c>texts.db</c> beside the store. Without it they are found by looking through spans.</summary>
    public bool IndexesTexts { get; init; } = true;

    /// <summary>How long traces are kept after their last span was received; null: for good.</summary>
    public TimeSpan? KeptFor { get; init; }

    /// <summary>How many bytes spans may take on the disk, the index of their words not counted; the oldest traces go when there are more. Null: all there are.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Told, on a background loop, what could not be done behind the spans; it is tried again.</summary>
    public Action<string, Exception> OnFailure { get; init; } = (_, _) => { };

    /// <summary>Told every few seconds, while the store is opened, how far an older file is on its way to the newest form.</summary>
    public Action<MigrationProgress> OnMigrating { get; init; } = _ => { };

    /// <summary>How often to look for work.</summary>
    internal TimeSpan FollowInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    internal TimeSpan RetentionInterval { get; init; } = TimeSpan.FromSeconds(10);
}
