namespace Weir.Protocol.Benchmarks;

/// <summary>Published scores of the models of the catalogue.</summary>
public sealed record BenchmarkListResponse(IReadOnlyList<BenchmarkItem> Data, BenchmarkListMeta Meta);
