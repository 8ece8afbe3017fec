namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> sends: upsert workspace budget request.</summary>
public sealed record UpsertWorkspaceBudgetRequest : WireRecord
{
    public bool? IncludeByokInBudgets { get; init; }

    public required decimal LimitUsd { get; init; }
}
