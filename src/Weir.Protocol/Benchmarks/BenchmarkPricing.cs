namespace Weir.Protocol.Benchmarks;

/// <summary>What a model costs beside its scores: US dollars a token, decimal texts.</summary>
/// <param name="Prompt">US dollars a prompt token, such as <c>0.000003</c>.</param>
/// <param name="Completion">US dollars a completion token.</param>
public sealed record BenchmarkPricing(string Prompt, string Completion);
