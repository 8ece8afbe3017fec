namespace Weir.Protocol.Guardrails;

/// <summary>One page of the members who have a guardrail.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Assignments of all pages.</param>
public sealed record MemberAssignmentListResponse(IReadOnlyList<MemberAssignmentRecord> Data, int TotalCount);
