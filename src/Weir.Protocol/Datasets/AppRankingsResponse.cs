namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/app-rankings</c>.</summary>
/// <param name="Data">The best first; apps without traffic in the window are not there.</param>
/// <param name="Meta">The window, and when it was computed.</param>
public sealed record AppRankingsResponse(IReadOnlyList<AppRankingRecord> Data, DatasetMeta Meta);
