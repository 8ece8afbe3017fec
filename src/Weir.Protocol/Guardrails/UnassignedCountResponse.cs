namespace Weir.Protocol.Guardrails;

/// <summary>How many keys or members a call took from under a guardrail.</summary>
/// <param name="UnassignedCount">Assignments that were there and are not any more; those that were not there do not count.</param>
public sealed record UnassignedCountResponse(int UnassignedCount);
