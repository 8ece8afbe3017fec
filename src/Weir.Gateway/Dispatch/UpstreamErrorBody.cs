namespace Weir.Gateway.Dispatch;

/// <summary>What a provider's error answer says, as far as its dialect can read it.</summary>
/// <param name="Message">Null when the body holds none.</param>
/// <param name="Code">The provider's own code or type; null when it holds none.</param>
public sealed record UpstreamErrorBody(string? Message, string? Code)
{
    /// <summary>When to come back, where the body says so instead of a header; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
