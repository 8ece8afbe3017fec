namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: upsert workspace budget response.</summary>
public sealed record UpsertWorkspaceBudgetResponse : WireRecord
{
    public WorkspaceBudget? Data { get; init; }

    public bool? IncludeByokInBudgets { get; init; }
}
