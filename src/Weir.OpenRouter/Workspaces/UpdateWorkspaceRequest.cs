namespace Weir.OpenRouter;

/// <summary>
/// What to change of a workspace. <c>PATCH /workspaces/{id}</c>. What is null stays; to clear it, put its wire name with a JSON null into
/// <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record UpdateWorkspaceRequest : WireRecord
{
    /// <summary>Slug of the model for images where a request names none.</summary>
    public string? DefaultImageModel { get; init; }

    /// <summary>
    /// Order of providers where a request names none. One of <c>price</c>, <c>throughput</c>, <c>latency</c>, <c>exacto</c>; cleared, the load is spread.
    /// </summary>
    public string? DefaultProviderSort { get; init; }

    /// <summary>Slug of the model for texts where a request names none.</summary>
    public string? DefaultTextModel { get; init; }

    /// <summary>What it is for, 500 characters at most.</summary>
    public string? Description { get; init; }

    /// <summary>Numbers of the keys whose prompts and answers are kept; cleared, those of all keys.</summary>
    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }

    /// <summary>Part of the calls whose prompts and answers are kept, 0.0001 to 1.</summary>
    public decimal? IoLoggingSamplingRate { get; init; }

    /// <summary>True lets the operator keep prompts and answers, for a discount.</summary>
    public bool? IsDataDiscountLoggingEnabled { get; init; }

    /// <summary>True sends traces to the workspace's destinations.</summary>
    public bool? IsObservabilityBroadcastEnabled { get; init; }

    /// <summary>True keeps prompts and answers, for <see cref="GenerationsClient"/> and the admins.</summary>
    public bool? IsObservabilityIoLoggingEnabled { get; init; }

    /// <summary>What to call it, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What addresses name it by: small letters and digits, parted by single hyphens, 50 characters at most.</summary>
    public string? Slug { get; init; }
}
