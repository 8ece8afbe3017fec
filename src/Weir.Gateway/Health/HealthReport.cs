namespace Weir.Gateway.Health;

/// <summary>How an answer ended that had begun.</summary>
/// <param name="Outcome">What it says about the endpoint.</param>
public sealed record HealthReport(HealthOutcome Outcome)
{
    /// <summary>Output tokens over the whole time of the call; null when it cannot be told.</summary>
    public double? TokensPerSecond { get; init; }

    /// <summary>Whether all tool calls of the answer were sound; null when it ended without calls.</summary>
    public bool? HasSoundToolCalls { get; init; }
}
