namespace Weir.OpenRouter;

/// <summary>Says that a budget is gone.</summary>
public sealed record DeleteWorkspaceBudgetResponse : WireRecord
{
    /// <summary>True, also when there was none.</summary>
    public bool? Deleted { get; init; }
}
