using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ObservabilityClient</c> sends: create observability destination request.</summary>
public sealed record CreateObservabilityDestinationRequest : WireRecord
{
    public IReadOnlyList<string>? ApiKeyHashes { get; init; }

    public bool? BroadcastGenerationCost { get; init; }

    public bool? BroadcastGenerationIdentity { get; init; }

    public bool? BroadcastGenerationRequestContext { get; init; }

    public required JsonElement Config { get; init; }

    public bool? Enabled { get; init; }

    public ObservabilityFilterRulesConfigNullable? FilterRules { get; init; }

    public required string Name { get; init; }

    public bool? PrivacyMode { get; init; }

    public decimal? SamplingRate { get; init; }

    public required string Type { get; init; }

    public string? WorkspaceId { get; init; }
}
