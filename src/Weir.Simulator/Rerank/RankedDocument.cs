namespace Weir.Simulator.Rerank;

/// <summary>A document with its place in the request and how well it answers the query, from 0 to 1.</summary>
internal sealed record RankedDocument(int Index, string Text, double Relevance);
