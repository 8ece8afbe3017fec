namespace Weir.Protocol.Guardrails;

/// <summary>One page of the guardrails of a workspace.</summary>
/// <param name="Data">Those of the page; usually 50, at most 100.</param>
/// <param name="TotalCount">Guardrails of all pages.</param>
public sealed record GuardrailListResponse(IReadOnlyList<GuardrailRecord> Data, int TotalCount);
