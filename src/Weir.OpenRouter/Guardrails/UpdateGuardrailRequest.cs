namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> sends: update guardrail request.</summary>
public sealed record UpdateGuardrailRequest : WireRecord
{
    public IReadOnlyList<string>? AllowedModels { get; init; }

    public IReadOnlyList<string>? AllowedProviders { get; init; }

    public IReadOnlyList<ContentFilterBuiltinEntryInput>? ContentFilterBuiltins { get; init; }

    public IReadOnlyList<ContentFilterEntry>? ContentFilters { get; init; }

    public string? Description { get; init; }

    public bool? EnableFreeModelPublication { get; init; }

    public bool? EnableFreeModelTraining { get; init; }

    public bool? EnablePaidModelTraining { get; init; }

    public bool? EnforceZdr { get; init; }

    public bool? EnforceZdrAnthropic { get; init; }

    public bool? EnforceZdrGoogle { get; init; }

    public bool? EnforceZdrOpenai { get; init; }

    public bool? EnforceZdrOther { get; init; }

    public bool? EnforceZdrXai { get; init; }

    public IReadOnlyList<string>? IgnoredModels { get; init; }

    public IReadOnlyList<string>? IgnoredProviders { get; init; }

    public bool? IncludeByokInBudgets { get; init; }

    public decimal? LimitUsd { get; init; }

    public string? Name { get; init; }

    public string? ResetInterval { get; init; }
}
