namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/app-rankings</c>.</summary>
public sealed record AppRankingsResponse(IReadOnlyList<AppRankingRecord> Data, DatasetMeta Meta);
