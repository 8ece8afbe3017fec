using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Words the stream of a prompt that Google would not answer: one response without a candidate.</summary>
internal sealed class BlockedStreamWriter(GenerateResponseWriter responses, StreamFraming framing) : IStreamWriter<AnswerStep>
{
    public StreamFraming Framing => framing;

    public IEnumerable<StreamEvent> Opening() => [new(null, responses.Blocked())];

    public IEnumerable<StreamEvent> Step(AnswerStep step) => [];

    public IEnumerable<StreamEvent> Closing(bool withUsage) => [];

    public StreamEvent Error(ApiError error) => new(null, JsonOutput.Build(json => GeminiErrors.Write(json, error, retryAfter: null)));

    public StreamEvent? End() => null;
}
