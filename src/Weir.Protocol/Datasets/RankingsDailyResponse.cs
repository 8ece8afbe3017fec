namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/rankings-daily</c>.</summary>
public sealed record RankingsDailyResponse(IReadOnlyList<RankingRecord> Data, DatasetMeta Meta);
