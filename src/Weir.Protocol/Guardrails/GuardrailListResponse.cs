namespace Weir.Protocol.Guardrails;

/// <summary>One page of the guardrails of a workspace.</summary>
public sealed record GuardrailListResponse(IReadOnlyList<GuardrailRecord> Data, int TotalCount);
