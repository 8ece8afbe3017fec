using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>Puts an answer in the order it is streamed in: the choices take turns, as they do when a model makes them side by side.</summary>
internal static class AnswerSteps
{
    /// <param name="hidesReasoning">Leaves out what was thought; it is charged all the same.</param>
    public static IEnumerable<AnswerStep> Of(Answer answer, bool hidesReasoning)
    {
        var choices = answer.Choices.Select(choice => Of(hidesReasoning ? choice with { Reasoning = [] } : choice).ToList()).ToList();
        var longest = choices.Max(steps => steps.Count);
        for (var turn = 0; turn < longest; turn++)
        {
            foreach (var steps in choices)
            {
                if (turn < steps.Count)
                {
                    yield return steps[turn];
                }
            }
        }
    }

    private static IEnumerable<AnswerStep> Of(AnswerChoice choice)
    {
        for (var i = 0; i < choice.Reasoning.Length; i++)
        {
            yield return new AnswerStep(choice, StepKind.Reasoning, i, choice.Reasoning[i]);
        }

        for (var i = 0; i < choice.Content.Length; i++)
        {
            yield return new AnswerStep(choice, StepKind.Text, i, choice.Content[i]);
        }

        for (var i = 0; i < choice.ToolCalls.Length; i++)
        {
            var call = choice.ToolCalls[i];
            yield return new AnswerStep(choice, StepKind.ToolName, i, new TextPiece(call.Name, call.NameTokenCount));
            foreach (var piece in call.Arguments)
            {
                yield return new AnswerStep(choice, StepKind.ToolArguments, i, piece);
            }
        }

        for (var i = 0; i < choice.Images.Length; i++)
        {
            yield return new AnswerStep(choice, StepKind.Image, i, new TextPiece("", choice.Images[i].TokenCount));
        }
    }
}
