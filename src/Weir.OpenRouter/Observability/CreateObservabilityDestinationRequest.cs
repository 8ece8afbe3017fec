using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A place that traces are to be sent to. <c>POST /observability/destinations</c>. Five of a type at most, else 409.</summary>
public sealed record CreateObservabilityDestinationRequest : WireRecord
{
    /// <summary>Hashes of the keys whose calls are sent, at least one; null sends those of all keys.</summary>
    public IReadOnlyList<string>? ApiKeyHashes { get; init; }

    /// <summary>True sends what calls cost. Default false.</summary>
    public bool? BroadcastGenerationCost { get; init; }

    /// <summary>True sends who called. Default false.</summary>
    public bool? BroadcastGenerationIdentity { get; init; }

    /// <summary>True sends the circumstances of the request. Default false.</summary>
    public bool? BroadcastGenerationRequestContext { get; init; }

    /// <summary>
    /// How to reach the place, an object whose members <see cref="Type"/> decides, such as <c>endpoint</c>, <c>apiKey</c> and <c>headers</c>.
    /// </summary>
    public required JsonElement Config { get; init; }

    /// <summary>False keeps it without sending. Default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Which calls are sent; null sends all.</summary>
    public ObservabilityFilterRulesConfigNullable? FilterRules { get; init; }

    /// <summary>What to call it.</summary>
    public required string Name { get; init; }

    /// <summary>True leaves out what was asked and answered. Default false.</summary>
    public bool? PrivacyMode { get; init; }

    /// <summary>Part of the calls that is sent, 0.0001 to 1; a session is sent as a whole or not at all. Null means 1.</summary>
    public decimal? SamplingRate { get; init; }

    /// <summary>What kind of place it is, such as <c>otel-collector</c>, <c>webhook</c>, <c>s3</c>, <c>langfuse</c>, <c>datadog</c> or <c>arize</c>.</summary>
    public required string Type { get; init; }

    /// <summary>UUID of the workspace whose calls are sent; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }
}
