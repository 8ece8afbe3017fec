namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/rankings-daily</c>.</summary>
/// <param name="Data">The oldest window first, and in each the model with the most tokens first.</param>
/// <param name="Meta">The days that were asked for, and when it was computed.</param>
public sealed record RankingsDailyResponse(IReadOnlyList<RankingRecord> Data, DatasetMeta Meta);
