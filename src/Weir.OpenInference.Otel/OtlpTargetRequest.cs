using System.Collections.Immutable;

namespace Weir.OpenInference.Otel;

/// <summary>What one vendor's arguments and variables say about where spans go.</summary>
internal sealed record OtlpTargetRequest
{
    /// <summary>From the argument or the vendor's variable; null leaves it to the variables of OpenTelemetry.</summary>
    public required string? Endpoint { get; init; }

    public required string EndpointVariable { get; init; }

    public required string? ProjectName { get; init; }

    public required ImmutableDictionary<string, string> Authentication { get; init; }
}
