namespace Weir.Protocol.Guardrails;

/// <summary>One page of the members who have a guardrail.</summary>
public sealed record MemberAssignmentListResponse(IReadOnlyList<MemberAssignmentRecord> Data, int TotalCount);
