using System.Collections.Immutable;

namespace Weir.Tracing.Ingest;

/// <summary>Bounds of <see cref="SpanWriter"/>, and where spans go that the store does not take.</summary>
public sealed record SpanWriterOptions
{
    /// <summary>Folder of the dead-letter files; made when it is first needed.</summary>
    public required string DeadLetterFolder { get; init; }

    /// <summary>Bytes of spans that may be on their way to the store at once; callers wait when it is full.</summary>
    public long QueueBytes { get; init; } = 32L << 20;

    /// <summary>Bytes after which a batch is not made larger.</summary>
    public long BatchBytes { get; init; } = 8L << 20;

    /// <summary>
    /// How long spans gather after a batch of the background loop. A lone one is stored at once; under load a transaction, with its pages and its sync, is shared by all calls of this time.
    /// </summary>
    public TimeSpan GatherTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long to wait before each further try to store a batch.</summary>
    public ImmutableArray<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];
}
