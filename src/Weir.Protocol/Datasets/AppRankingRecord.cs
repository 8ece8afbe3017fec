namespace Weir.Protocol.Datasets;

/// <summary>The traffic of one app.</summary>
/// <param name="AppId">The number of its record.</param>
/// <param name="AppName">Its title, else its host.</param>
/// <param name="Rank">From 1, counted over all pages.</param>
/// <param name="TotalRequests">Requests of the window.</param>
/// <param name="TotalTokens">Of prompts and answers; digits.</param>
public sealed record AppRankingRecord(long AppId, string AppName, int Rank, long TotalRequests, string TotalTokens);
