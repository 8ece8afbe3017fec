using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>One content event of a stream.</summary>
/// <param name="Position">Which piece of the text it is, or which tool call it belongs to.</param>
internal sealed record AnswerStep(AnswerChoice Choice, StepKind Kind, int Position, TextPiece Piece);
