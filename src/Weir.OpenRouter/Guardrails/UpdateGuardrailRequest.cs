namespace Weir.OpenRouter;

/// <summary>
/// What to change of a guardrail. <c>PATCH /guardrails/{id}</c>. What is null stays; to clear it, put its wire name with a JSON null into
/// <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record UpdateGuardrailRequest : WireRecord
{
    /// <summary>Slugs of the models that may be used, at least one; cleared, all may.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Slugs of the providers that may be used, at least one; cleared, all may.</summary>
    public IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>Ready-made filters that look through messages, in place of those it has.</summary>
    public IReadOnlyList<ContentFilterBuiltinEntryInput>? ContentFilterBuiltins { get; init; }

    /// <summary>Filters of one's own that look through messages, in place of those it has.</summary>
    public IReadOnlyList<ContentFilterEntry>? ContentFilters { get; init; }

    /// <summary>What it is for, 1000 characters at most.</summary>
    public string? Description { get; init; }

    /// <summary>False leaves out free endpoints that publish prompts.</summary>
    public bool? EnableFreeModelPublication { get; init; }

    /// <summary>False leaves out free endpoints that learn from prompts.</summary>
    public bool? EnableFreeModelTraining { get; init; }

    /// <summary>False leaves out paid endpoints that learn from prompts.</summary>
    public bool? EnablePaidModelTraining { get; init; }

    /// <summary>The old form of the five below, each of which it sets where that is null.</summary>
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

    /// <summary>Slugs of models that must not be used, at least one; cleared, none is forbidden.</summary>
    public IReadOnlyList<string>? IgnoredModels { get; init; }

    /// <summary>Slugs of providers that must not be used, at least one; cleared, none is forbidden.</summary>
    public IReadOnlyList<string>? IgnoredProviders { get; init; }

    /// <summary>True counts what providers charge on keys of the account's own for <see cref="LimitUsd"/> too.</summary>
    public bool? IncludeByokInBudgets { get; init; }

    /// <summary>What each key or member may spend in a period of <see cref="ResetInterval"/>, USD; cleared, there is no limit.</summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>What to call it, 1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// How often <see cref="LimitUsd"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; cleared, never.
    /// </summary>
    public string? ResetInterval { get; init; }
}
