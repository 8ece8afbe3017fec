namespace Weir.Protocol.Guardrails;

/// <summary>One page of the keys that have a guardrail.</summary>
public sealed record KeyAssignmentListResponse(IReadOnlyList<KeyAssignmentRecord> Data, int TotalCount);
