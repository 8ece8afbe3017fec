using System.Collections.Immutable;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Guardrails;

/// <summary>What the requests of a key, a member or a workspace may do. What is null says nothing.</summary>
/// <remarks>The guardrail of a workspace itself has the id of the workspace; every other one is in force where it is assigned.</remarks>
public sealed record GuardrailRow
{
    public required Guid Id { get; init; }
    public required Guid WorkspaceId { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>What whoever it applies to may spend in one window, each by themselves.</summary>
    public Usd? Limit { get; init; }

    /// <summary><see cref="LimitReset.Never"/>: in all.</summary>
    public LimitReset Reset { get; init; }

    /// <summary>Whether what is spent at providers with credentials of one's own counts under <see cref="Limit"/>.</summary>
    public bool IncludeByokInBudgets { get; init; }

    /// <summary>Slugs or canonical slugs of the only models that may be asked; never empty.</summary>
    public ImmutableArray<string>? AllowedModels { get; init; }

    public ImmutableArray<string>? IgnoredModels { get; init; }

    /// <summary>Slugs, names or tags of the only providers that may answer; never empty.</summary>
    public ImmutableArray<string>? AllowedProviders { get; init; }

    public ImmutableArray<string>? IgnoredProviders { get; init; }
    public ZeroRetentionRow ZeroRetention { get; init; } = ZeroRetentionRow.None;

    /// <summary>False: no endpoint that is free and publishes prompts.</summary>
    public bool? EnableFreePublication { get; init; }

    /// <summary>False: no endpoint that is free and trains on prompts.</summary>
    public bool? EnableFreeTraining { get; init; }

    /// <summary>False: no endpoint that is paid and trains on prompts.</summary>
    public bool? EnablePaidTraining { get; init; }

    public ImmutableArray<ContentFilterRow>? ContentFilters { get; init; }
    public ImmutableArray<BuiltinFilterRow>? BuiltinFilters { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is the one of its workspace, in force for all of its traffic.</summary>
    public bool IsWorkspaceDefault => Id == WorkspaceId;

    /// <summary>The guardrail of a workspace before anybody has set anything in it.</summary>
    public static GuardrailRow DefaultOf(Guid workspace, DateTimeOffset createdAt) =>
        new() { Id = workspace, WorkspaceId = workspace, Name = $"Workspace {workspace} Default", CreatedAt = createdAt };
}
