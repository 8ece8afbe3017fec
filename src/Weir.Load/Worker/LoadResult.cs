namespace Weir.Load.Worker;

/// <summary>What a job came to. Times in microseconds.</summary>
internal sealed record LoadResult
{
    /// <summary>Answered with 200 to the last byte.</summary>
    public required int Requests { get; init; }

    public required int Errors { get; init; }

    /// <summary>What the first error was; null: none.</summary>
    public string? FirstError { get; init; }

    /// <summary>By the clock, from the first request to the last answer.</summary>
    public required double Seconds { get; init; }

    /// <summary>From the first byte sent to the last byte had.</summary>
    public required Percentiles Latency { get; init; }

    /// <summary>Of streams: from the first byte sent to the first event had.</summary>
    public required Percentiles FirstEvent { get; init; }

    /// <summary>Of paced streams: from when the upstream sent an event to when the client had it.</summary>
    public required Percentiles Delay { get; init; }

    /// <summary>Of paced streams: between two events of one stream, as the client had them.</summary>
    public required Percentiles Gap { get; init; }

    /// <summary>Events with text that came.</summary>
    public long Events { get; init; }

    /// <summary>Events of answered streams that did not come.</summary>
    public long LostEvents { get; init; }

    /// <summary>Of a job that could not begin.</summary>
    public static LoadResult Failed(string why) => new() { Requests = 0, Errors = 1, FirstError = why, Seconds = 0, Latency = default, FirstEvent = default, Delay = default, Gap = default };
}
