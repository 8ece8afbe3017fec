using Weir.Protocol.Primitives;

namespace Weir.Protocol.Guardrails;

/// <summary>A guardrail, as <c>/guardrails</c> shows it; what is null says nothing.</summary>
public sealed record GuardrailRecord
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string? Description { get; init; }
    public required string WorkspaceId { get; init; }

    /// <summary>US dollars; for each key and each member by itself.</summary>
    public required Usd? LimitUsd { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c>; null: in all.</summary>
    public required string? ResetInterval { get; init; }

    public required bool IncludeByokInBudgets { get; init; }

    /// <summary>Canonical slugs.</summary>
    public required IReadOnlyList<string>? AllowedModels { get; init; }

    public required IReadOnlyList<string>? IgnoredModels { get; init; }
    public required IReadOnlyList<string>? AllowedProviders { get; init; }
    public required IReadOnlyList<string>? IgnoredProviders { get; init; }

    /// <summary>What all groups say alike; the older form.</summary>
    public required bool? EnforceZdr { get; init; }

    public required bool? EnforceZdrAnthropic { get; init; }
    public required bool? EnforceZdrOpenai { get; init; }
    public required bool? EnforceZdrGoogle { get; init; }

    public required bool? EnforceZdrXai { get; init; }

    public required bool? EnforceZdrOther { get; init; }
    public required bool? EnableFreeModelPublication { get; init; }
    public required bool? EnableFreeModelTraining { get; init; }
    public required bool? EnablePaidModelTraining { get; init; }
    public required IReadOnlyList<ContentFilterRecord>? ContentFilters { get; init; }
    public required IReadOnlyList<BuiltinFilterRecord>? ContentFilterBuiltins { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    public required string? UpdatedAt { get; init; }
}
