namespace Weir.Protocol.Benchmarks;

/// <summary>What a model costs beside its scores: US dollars a token, decimal texts.</summary>
public sealed record BenchmarkPricing(string Prompt, string Completion);
