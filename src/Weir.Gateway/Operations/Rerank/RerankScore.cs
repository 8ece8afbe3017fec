namespace Weir.Gateway.Operations.Rerank;

/// <summary>How relevant one document is.</summary>
/// <param name="Index">Place of the document in the request.</param>
/// <param name="Relevance">Higher is better; usually 0 to 1.</param>
internal readonly record struct RerankScore(int Index, double Relevance);
