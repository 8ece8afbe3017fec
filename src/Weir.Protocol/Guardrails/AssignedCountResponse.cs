namespace Weir.Protocol.Guardrails;

/// <summary>How many keys or members a call put under a guardrail.</summary>
/// <param name="AssignedCount">Keys or members of the call, each once, whether they had the guardrail before or not.</param>
public sealed record AssignedCountResponse(int AssignedCount);
