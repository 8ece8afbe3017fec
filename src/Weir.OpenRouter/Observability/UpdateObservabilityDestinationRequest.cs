using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ObservabilityClient</c> sends: update observability destination request.</summary>
public sealed record UpdateObservabilityDestinationRequest : WireRecord
{
    public IReadOnlyList<string>? ApiKeyHashes { get; init; }

    public bool? BroadcastGenerationCost { get; init; }

    public bool? BroadcastGenerationIdentity { get; init; }

    public bool? BroadcastGenerationRequestContext { get; init; }

    public JsonElement? Config { get; init; }

    public bool? Enabled { get; init; }

    public UpdateObservabilityDestinationRequestFilterRules? FilterRules { get; init; }

    public string? Name { get; init; }

    public bool? PrivacyMode { get; init; }

    public decimal? SamplingRate { get; init; }
}
