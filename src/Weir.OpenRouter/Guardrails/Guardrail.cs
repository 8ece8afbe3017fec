namespace Weir.OpenRouter;

/// <summary>A guardrail: what the keys and members assigned to it may use, say and spend.</summary>
public sealed record Guardrail : WireRecord
{
    /// <summary>Permanent slugs of the models that may be used; null allows all.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Slugs of the providers that may be used; null allows all.</summary>
    public IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>Ready-made filters that look through messages; null has none.</summary>
    public IReadOnlyList<ContentFilterBuiltinEntry>? ContentFilterBuiltins { get; init; }

    /// <summary>Filters of one's own that look through messages; null has none.</summary>
    public IReadOnlyList<ContentFilterEntry>? ContentFilters { get; init; }

    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>What it is for; null if nobody wrote it.</summary>
    public string? Description { get; init; }

    /// <summary>False leaves out free endpoints that publish prompts; null says nothing about them.</summary>
    public bool? EnableFreeModelPublication { get; init; }

    /// <summary>False leaves out free endpoints that learn from prompts; null says nothing about them.</summary>
    public bool? EnableFreeModelTraining { get; init; }

    /// <summary>False leaves out paid endpoints that learn from prompts; null says nothing about them.</summary>
    public bool? EnablePaidModelTraining { get; init; }

    /// <summary>The old form of the five below; look at those.</summary>
    public bool? EnforceZdr { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of Anthropic.</summary>
    public bool? EnforceZdrAnthropic { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of Google.</summary>
    public bool? EnforceZdrGoogle { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of OpenAI.</summary>
    public bool? EnforceZdrOpenai { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of all others.</summary>
    public bool? EnforceZdrOther { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of xAI.</summary>
    public bool? EnforceZdrXai { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Permanent slugs of models that must not be used; null forbids none.</summary>
    public IReadOnlyList<string>? IgnoredModels { get; init; }

    /// <summary>Slugs of providers that must not be used; null forbids none.</summary>
    public IReadOnlyList<string>? IgnoredProviders { get; init; }

    /// <summary>True when what providers charge on keys of the account's own counts for <see cref="LimitUsd"/> too.</summary>
    public bool? IncludeByokInBudgets { get; init; }

    /// <summary>
    /// What each key or member may spend in a period of <see cref="ResetInterval"/>, USD; beyond that it is refused with 403. Null sets no limit.
    /// </summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>What somebody called it.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// How often <see cref="LimitUsd"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; null means never.
    /// </summary>
    public string? ResetInterval { get; init; }

    /// <summary>When it last changed, ISO 8601; null if it never did.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>UUID of the workspace that keeps it; null for old ones that no workspace keeps, which does not mean all workspaces.</summary>
    public string? WorkspaceId { get; init; }
}
