using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>
/// What to change of a destination of traces. <c>PATCH /observability/destinations/{id}</c>. What is null stays; to clear it, put its wire name with a JSON
/// null into <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record UpdateObservabilityDestinationRequest : WireRecord
{
    /// <summary>Hashes of the keys whose calls are sent, at least one; cleared, those of all keys.</summary>
    public IReadOnlyList<string>? ApiKeyHashes { get; init; }

    /// <summary>True sends what calls cost.</summary>
    public bool? BroadcastGenerationCost { get; init; }

    /// <summary>True sends who called.</summary>
    public bool? BroadcastGenerationIdentity { get; init; }

    /// <summary>True sends the circumstances of the request.</summary>
    public bool? BroadcastGenerationRequestContext { get; init; }

    /// <summary>The members that change; others stay, and so does a secret that is sent as it was shown, masked.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>False stops sending, true goes on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Which calls are sent; cleared, all.</summary>
    public UpdateObservabilityDestinationRequestFilterRules? FilterRules { get; init; }

    /// <summary>What to call it.</summary>
    public string? Name { get; init; }

    /// <summary>True leaves out what was asked and answered.</summary>
    public bool? PrivacyMode { get; init; }

    /// <summary>Part of the calls that is sent, 0.0001 to 1.</summary>
    public decimal? SamplingRate { get; init; }
}
