namespace Weir.Protocol.Benchmarks;

/// <summary>Published scores of the models of the catalogue.</summary>
/// <param name="Data">In the order of the catalogue; a model can have several.</param>
/// <param name="Meta">What was asked for, and whom to cite.</param>
public sealed record BenchmarkListResponse(IReadOnlyList<BenchmarkItem> Data, BenchmarkListMeta Meta);
