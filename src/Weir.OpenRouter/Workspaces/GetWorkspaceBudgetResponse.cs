namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: get workspace budget response.</summary>
public sealed record GetWorkspaceBudgetResponse : WireRecord
{
    public WorkspaceBudget? Data { get; init; }

    public bool? IncludeByokInBudgets { get; init; }
}
