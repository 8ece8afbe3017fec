namespace Weir.Protocol.Guardrails;

/// <summary>How many keys or members a call put under a guardrail.</summary>
public sealed record AssignedCountResponse(int AssignedCount);
