using System.Collections.Immutable;

namespace Weir.Simulator.Text;

/// <summary>A text cut into pieces, possibly at a token limit.</summary>
/// <param name="TokenCount">Tokens used, those of a last unfinished character included.</param>
internal sealed record TokenizedText(ImmutableArray<TextPiece> Pieces, int TokenCount, bool Truncated);
