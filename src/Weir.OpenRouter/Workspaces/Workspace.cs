namespace Weir.OpenRouter;

/// <summary>A workspace: keys, settings and budgets that belong together.</summary>
public sealed record Workspace : WireRecord
{
    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Id of the user who made it; null if it is not known.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>UUID of the guardrail that watches all of its traffic; that one exists from its first change on.</summary>
    public string? DefaultGuardrailId { get; init; }

    /// <summary>Slug of the model for images where a request names none; null if none is set.</summary>
    public string? DefaultImageModel { get; init; }

    /// <summary>
    /// Order of providers where a request names none. One of <c>price</c>, <c>throughput</c>, <c>latency</c>, <c>exacto</c>; null spreads the load.
    /// </summary>
    public string? DefaultProviderSort { get; init; }

    /// <summary>Slug of the model for texts where a request names none; null if none is set.</summary>
    public string? DefaultTextModel { get; init; }

    /// <summary>What it is for; null if nobody wrote it.</summary>
    public string? Description { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Id { get; init; }

    /// <summary>True when what providers charge on keys of the account's own counts for its budgets; set with a budget.</summary>
    public bool? IncludeByokInBudgets { get; init; }

    /// <summary>Numbers of the keys whose prompts and answers are kept; null keeps those of all keys.</summary>
    public IReadOnlyList<long>? IoLoggingApiKeyIds { get; init; }

    /// <summary>Part of the calls whose prompts and answers are kept, 0.0001 to 1.</summary>
    public decimal? IoLoggingSamplingRate { get; init; }

    /// <summary>True when the operator may keep prompts and answers, for a discount.</summary>
    public bool? IsDataDiscountLoggingEnabled { get; init; }

    /// <summary>True when traces are sent to the workspace's destinations.</summary>
    public bool? IsObservabilityBroadcastEnabled { get; init; }

    /// <summary>True when prompts and answers are kept, for <see cref="GenerationsClient"/> and the admins.</summary>
    public bool? IsObservabilityIoLoggingEnabled { get; init; }

    /// <summary>What somebody called it.</summary>
    public string? Name { get; init; }

    /// <summary>What addresses name it by, in place of <see cref="Id"/>.</summary>
    public string? Slug { get; init; }

    /// <summary>When it last changed, ISO 8601; null if it never did.</summary>
    public string? UpdatedAt { get; init; }
}
