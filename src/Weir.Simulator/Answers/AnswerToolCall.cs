using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>A tool call of the answer, its arguments cut into stream fragments.</summary>
/// <param name="Id">Hexadecimal, without the prefix of a dialect.</param>
internal sealed record AnswerToolCall(string Id, string Name, int NameTokenCount, ImmutableArray<TextPiece> Arguments)
{
    /// <summary>Complete unless the answer ran out of tokens.</summary>
    public string ArgumentsText => string.Concat(Arguments.Select(piece => piece.Text));
}
