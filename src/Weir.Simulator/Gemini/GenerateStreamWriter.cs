using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Words an answer as the parts of a Gemini stream, which has no mark at its end.</summary>
internal sealed class GenerateStreamWriter(Answer answer, GenerateResponseWriter responses, StreamFraming framing) : IStreamWriter<AnswerStep>
{
    public StreamFraming Framing => framing;

    public IEnumerable<StreamEvent> Opening() => [];

    public IEnumerable<StreamEvent> Step(AnswerStep step) => [new(null, responses.Step(step))];

    public IEnumerable<StreamEvent> Closing(bool withUsage) => answer.Choices.Select(choice => new StreamEvent(null, responses.Finish(choice)));

    public StreamEvent Error(ApiError error) => new(null, JsonOutput.Build(json => GeminiErrors.Write(json, error, retryAfter: null)));

    public StreamEvent? End() => null;
}
