using System.Collections.Immutable;

namespace Weir.Protocol.Errors;

/// <summary>Why a model cannot be served, and whether trying again can help.</summary>
/// <remarks>Source: the availability object of the error envelope.</remarks>
public sealed record Availability
{
    /// <summary>
    /// One of <c>model_not_found</c>, <c>wrong_endpoint</c>, <c>no_endpoints</c>, <c>privacy_restricted</c>, <c>constraint_filtered</c>,
    /// <c>free_variant_ended</c>, <c>capacity_exhausted</c>, <c>temporarily_unavailable</c>, <c>model_unavailable_upstream</c>.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>Whether the same request may go well later; false: the request or the catalogue has to change.</summary>
    public required bool Retryable { get; init; }

    /// <summary>Slugs of the models that were asked for, the first choice first.</summary>
    public required ImmutableArray<string> RequestedModels { get; init; }

    /// <summary>Display names of the providers that were asked and failed, each once.</summary>
    public ImmutableArray<string> AffectedProviders { get; init; } = [];

    /// <summary>
    /// What left endpoints out: <c>allowed_providers</c>, <c>data_policy:training</c>, <c>data_policy:zdr</c>, <c>quantization</c>, <c>context_length</c>,
    /// <c>max_price</c>, <c>require_parameters</c>.
    /// </summary>
    public ImmutableArray<string> ExcludedBy { get; init; } = [];

    /// <summary>Models that could answer instead.</summary>
    public ImmutableArray<string> FallbackModels { get; init; } = [];

    /// <summary>Name of the request's member that is in the way; null when none is.</summary>
    public string? ConstraintField { get; init; }

    /// <summary>What to do about <see cref="ConstraintField"/>.</summary>
    public string? ConstraintDetail { get; init; }
}
