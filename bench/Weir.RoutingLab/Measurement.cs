namespace Weir.RoutingLab;

/// <summary>What one run of a strategy through a scenario gave.</summary>
internal sealed record Measurement
{
    public required string Scenario { get; init; }
    public required string Strategy { get; init; }
    public required long Requests { get; init; }

    /// <summary>Share of requests that were answered.</summary>
    public required double Success { get; init; }

    /// <summary>Seconds to the first token, beside the soonest endpoint that was well.</summary>
    public required double AddedP50 { get; init; }

    /// <summary>As <see cref="AddedP50"/>, of the slowest hundredth.</summary>
    public required double AddedP99 { get; init; }

    /// <summary>Of an answer, beside the cheapest endpoint that was well.</summary>
    public required double Cost { get; init; }

    /// <summary>For each request.</summary>
    public required double Calls { get; init; }

    /// <summary>Calls of the sick endpoint that was asked most, for each request that came in while it was sick.</summary>
    public required double SickLoad { get; init; }

    /// <summary>Of those, the ones in vain: each is a call that somebody else had to answer again.</summary>
    public required double ExtraCalls { get; init; }

    /// <summary>Seconds from the end of an outage until the endpoint has half of its calls again, or the run has ended; null: no outage ends.</summary>
    public required double? BackAfter { get; init; }
}
