using Weir.Simulator.Answers;
using Weir.Simulator.Text;

namespace Weir.Simulator.Gemini;

/// <summary>Joins the pieces of tool calls: Gemini streams text in pieces and a call in one.</summary>
internal static class WholeCalls
{
    public static IEnumerable<AnswerStep> Of(IEnumerable<AnswerStep> steps) => steps
        .Where(step => step.Kind != StepKind.ToolArguments)
        .Select(step => step.Kind == StepKind.ToolName
            ? step with { Piece = new TextPiece(step.Piece.Text, step.Piece.TokenCount + step.Choice.ToolCalls[step.Position].Arguments.Sum(piece => piece.TokenCount)) }
            : step);
}
