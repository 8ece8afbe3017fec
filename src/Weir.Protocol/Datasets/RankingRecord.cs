namespace Weir.Protocol.Datasets;

/// <summary>The tokens of one model in one window.</summary>
/// <param name="Date"><c>YYYY-MM-DD</c>, where the window begins.</param>
/// <param name="ModelPermaslug">Or <c>other</c>: all models that are not among the first fifty.</param>
/// <param name="TotalTokens">Of prompts and answers; digits.</param>
public sealed record RankingRecord(string Date, string ModelPermaslug, string TotalTokens);
