using Weir.Ledger.Guardrails;

namespace Weir.Gateway.Pipeline;

/// <summary>What a step before routing did with a request, for who asks for router metadata.</summary>
/// <param name="Name">The step: <c>content-filter</c>, <c>regex_pi_detection</c>.</param>
/// <param name="GuardrailId">The guardrail that asked for it.</param>
/// <param name="Scope">Why that guardrail is in force.</param>
/// <param name="Summary">What was done, never to which text.</param>
public sealed record PipelineNote(string Name, Guid GuardrailId, GuardrailScope Scope, string Summary);
