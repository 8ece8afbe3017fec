namespace Weir.OpenRouter;

/// <summary>A page of keys that guardrails watch.</summary>
public sealed record ListKeyAssignmentsResponse : WireRecord
{
    /// <summary>The assignments of this page.</summary>
    public IReadOnlyList<KeyAssignment>? Data { get; init; }

    /// <summary>How many assignments there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
