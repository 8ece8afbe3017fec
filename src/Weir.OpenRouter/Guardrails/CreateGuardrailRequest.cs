namespace Weir.OpenRouter;

/// <summary>A guardrail to be made. <c>POST /guardrails</c>. It does nothing until keys or members are assigned to it.</summary>
public sealed record CreateGuardrailRequest : WireRecord
{
    /// <summary>Slugs of the models that may be used, at least one; null allows all.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Slugs of the providers that may be used, at least one; null allows all.</summary>
    public IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>Ready-made filters that look through messages; null has none.</summary>
    public IReadOnlyList<ContentFilterBuiltinEntryInput>? ContentFilterBuiltins { get; init; }

    /// <summary>Filters of one's own that look through messages; null has none.</summary>
    public IReadOnlyList<ContentFilterEntry>? ContentFilters { get; init; }

    /// <summary>What it is for, 1000 characters at most.</summary>
    public string? Description { get; init; }

    /// <summary>False leaves out free endpoints that publish prompts; null says nothing about them.</summary>
    public bool? EnableFreeModelPublication { get; init; }

    /// <summary>False leaves out free endpoints that learn from prompts; null says nothing about them.</summary>
    public bool? EnableFreeModelTraining { get; init; }

    /// <summary>False leaves out paid endpoints that learn from prompts; null says nothing about them.</summary>
    public bool? EnablePaidModelTraining { get; init; }

    /// <summary>The old form of the five below, each of which it sets where that is null.</summary>
    public bool? EnforceZdr { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of Anthropic; null means as <see cref="EnforceZdr"/>.</summary>
    public bool? EnforceZdrAnthropic { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of Google; null means as <see cref="EnforceZdr"/>.</summary>
    public bool? EnforceZdrGoogle { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of OpenAI; null means as <see cref="EnforceZdr"/>.</summary>
    public bool? EnforceZdrOpenai { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of all others; null means as <see cref="EnforceZdr"/>.</summary>
    public bool? EnforceZdrOther { get; init; }

    /// <summary>True leaves only endpoints that keep no data, for models of xAI; null means as <see cref="EnforceZdr"/>.</summary>
    public bool? EnforceZdrXai { get; init; }

    /// <summary>Slugs of models that must not be used, at least one; null forbids none.</summary>
    public IReadOnlyList<string>? IgnoredModels { get; init; }

    /// <summary>Slugs of providers that must not be used, at least one; null forbids none.</summary>
    public IReadOnlyList<string>? IgnoredProviders { get; init; }

    /// <summary>True counts what providers charge on keys of the account's own for <see cref="LimitUsd"/> too. Default false.</summary>
    public bool? IncludeByokInBudgets { get; init; }

    /// <summary>
    /// What each key or member may spend in a period of <see cref="ResetInterval"/>, USD; beyond that it is refused with 403. Null sets no limit.
    /// </summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>What to call it, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// How often <see cref="LimitUsd"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; null means never.
    /// </summary>
    public string? ResetInterval { get; init; }

    /// <summary>
    /// UUID of the workspace that keeps it; null takes the default one, and is refused with 400 if there is none. It does not watch the workspace's traffic.
    /// </summary>
    public string? WorkspaceId { get; init; }
}
