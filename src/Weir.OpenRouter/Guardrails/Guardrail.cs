namespace Weir.OpenRouter;

/// <summary>Guardrail, as <c>GuardrailsClient</c> gets it.</summary>
public sealed record Guardrail : WireRecord
{
    public IReadOnlyList<string>? AllowedModels { get; init; }

    public IReadOnlyList<string>? AllowedProviders { get; init; }

    public IReadOnlyList<ContentFilterBuiltinEntry>? ContentFilterBuiltins { get; init; }

    public IReadOnlyList<ContentFilterEntry>? ContentFilters { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

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

    public string? Id { get; init; }

    public IReadOnlyList<string>? IgnoredModels { get; init; }

    public IReadOnlyList<string>? IgnoredProviders { get; init; }

    public bool? IncludeByokInBudgets { get; init; }

    public decimal? LimitUsd { get; init; }

    public string? Name { get; init; }

    public string? ResetInterval { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public string? WorkspaceId { get; init; }
}
