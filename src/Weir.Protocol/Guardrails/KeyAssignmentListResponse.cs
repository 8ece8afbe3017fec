namespace Weir.Protocol.Guardrails;

/// <summary>One page of the keys that have a guardrail.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Assignments of all pages.</param>
public sealed record KeyAssignmentListResponse(IReadOnlyList<KeyAssignmentRecord> Data, int TotalCount);
