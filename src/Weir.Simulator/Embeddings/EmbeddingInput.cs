namespace Weir.Simulator.Embeddings;

/// <summary>One thing to embed.</summary>
/// <param name="TokenCount">As given, for tokens that the client made itself.</param>
internal readonly record struct EmbeddingInput(string Text, int TokenCount);
