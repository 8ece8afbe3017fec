namespace Weir.Simulator.Text;

/// <summary>The text of one token, or of the few tokens that a single character is spread over.</summary>
internal readonly record struct TextPiece(string Text, int TokenCount);
