namespace Weir.Protocol.Guardrails;

/// <summary>How many keys or members a call took from under a guardrail.</summary>
public sealed record UnassignedCountResponse(int UnassignedCount);
