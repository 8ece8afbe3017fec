using Weir.Protocol.Primitives;

namespace Weir.Protocol.Guardrails;

/// <summary>A guardrail, as <c>/guardrails</c> shows it; what is null says nothing.</summary>
public sealed record GuardrailRecord
{
    /// <summary>UUID; that of its workspace, when it is the one in force for all of the workspace's traffic.</summary>
    public required string Id { get; init; }

    /// <summary>For people, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>For people, at most 1,000 characters; null: none was given.</summary>
    public required string? Description { get; init; }

    /// <summary>UUID; only keys of this workspace can have it assigned.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>US dollars; for each key and each member by itself.</summary>
    public required Usd? LimitUsd { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c>; null: in all.</summary>
    public required string? ResetInterval { get; init; }

    /// <summary>Whether what is spent at providers with credentials of one's own counts under <see cref="LimitUsd"/>.</summary>
    public required bool IncludeByokInBudgets { get; init; }

    /// <summary>Canonical slugs.</summary>
    public required IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Canonical slugs of models that may not be asked; null: none is ruled out.</summary>
    public required IReadOnlyList<string>? IgnoredModels { get; init; }

    /// <summary>Slugs, names or tags of the only providers that may answer; null: every one may.</summary>
    public required IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>Slugs, names or tags of providers that may not answer; null: none is ruled out.</summary>
    public required IReadOnlyList<string>? IgnoredProviders { get; init; }

    /// <summary>What all groups say alike; the older form.</summary>
    public required bool? EnforceZdr { get; init; }

    /// <summary>True: models of Anthropic are only asked at endpoints that retain nothing.</summary>
    public required bool? EnforceZdrAnthropic { get; init; }

    /// <summary>True: models of OpenAI are only asked at endpoints that retain nothing.</summary>
    public required bool? EnforceZdrOpenai { get; init; }

    /// <summary>True: models of Google are only asked at endpoints that retain nothing.</summary>
    public required bool? EnforceZdrGoogle { get; init; }

    /// <summary>True: models of xAI are only asked at endpoints that retain nothing.</summary>
    public required bool? EnforceZdrXai { get; init; }

    /// <summary>True: models of everybody else are only asked at endpoints that retain nothing.</summary>
    public required bool? EnforceZdrOther { get; init; }

    /// <summary>False: no endpoint that is free and publishes prompts.</summary>
    public required bool? EnableFreeModelPublication { get; init; }

    /// <summary>False: no endpoint that is free and trains on prompts.</summary>
    public required bool? EnableFreeModelTraining { get; init; }

    /// <summary>False: no endpoint that is paid and trains on prompts.</summary>
    public required bool? EnablePaidModelTraining { get; init; }

    /// <summary>Expressions of the operator's own, at most 100; null: none.</summary>
    public required IReadOnlyList<ContentFilterRecord>? ContentFilters { get; init; }

    /// <summary>Filters that come with the server, at most 100; null: none.</summary>
    public required IReadOnlyList<BuiltinFilterRecord>? ContentFilterBuiltins { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC; null: not since it was made.</summary>
    public required string? UpdatedAt { get; init; }
}
