namespace Weir.OpenRouter;

/// <summary>A page of members whom guardrails watch.</summary>
public sealed record ListMemberAssignmentsResponse : WireRecord
{
    /// <summary>The assignments of this page.</summary>
    public IReadOnlyList<MemberAssignment>? Data { get; init; }

    /// <summary>How many assignments there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
