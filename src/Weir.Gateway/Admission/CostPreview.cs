using Weir.Protocol.Primitives;

namespace Weir.Gateway.Admission;

/// <summary>The most that a request can cost, at the dearest endpoint of its plan.</summary>
/// <param name="Charge">What would be held for it.</param>
/// <param name="PromptTokens">More tokens than its prompt can have.</param>
/// <param name="OutputTokens">The most that one choice of its answer can have.</param>
public sealed record CostPreview(Usd Charge, long PromptTokens, long OutputTokens);
