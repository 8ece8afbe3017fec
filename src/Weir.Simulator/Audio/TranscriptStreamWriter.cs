using Weir.Simulator.Delivery;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Words a streamed transcript as OpenAI does.</summary>
internal sealed class TranscriptStreamWriter(Transcript transcript, int inputTokens, int outputTokens) : IStreamWriter<TextPiece>
{
    public StreamFraming Framing => StreamFraming.ServerSentEvents;

    public IEnumerable<StreamEvent> Opening() => [];

    // data: {"type":"transcript.text.delta","delta":" river"}
    public IEnumerable<StreamEvent> Step(TextPiece step)
    {
        yield return new StreamEvent(null, JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "transcript.text.delta");
            json.WriteString("delta", step.Text);
            json.WriteEndObject();
        }));
    }

    // data: {"type":"transcript.text.done","text":"…","usage":{"type":"tokens","input_tokens":14,"output_tokens":45,"total_tokens":59}}
    public IEnumerable<StreamEvent> Closing(bool withUsage)
    {
        yield return new StreamEvent(null, JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "transcript.text.done");
            json.WriteString("text", transcript.Text);
            if (withUsage)
            {
                json.WriteStartObject("usage");
                json.WriteString("type", "tokens");
                json.WriteNumber("input_tokens", inputTokens);
                json.WriteNumber("output_tokens", outputTokens);
                json.WriteNumber("total_tokens", inputTokens + outputTokens);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }));
    }

    public StreamEvent Error(ApiError error) => new(null, JsonOutput.Build(json => JsonOutput.WriteEnvelope(json, error)));

    public StreamEvent? End() => null;
}
