using System.Collections.Immutable;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>What one stage would do with a request.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Refusal">What it would refuse it with; null: it would let it pass.</param>
/// <param name="Notes">What it would change, never in which text.</param>
public sealed record PreviewStep(string Name, GatewayError? Refusal, ImmutableArray<PipelineNote> Notes);
