using Weir.Simulator.Delivery;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Words a stream of speech as OpenAI does.</summary>
internal sealed class SpeechStreamWriter(int inputTokens, int outputTokens) : IStreamWriter<byte[]>
{
    public StreamFraming Framing => StreamFraming.ServerSentEvents;

    public IEnumerable<StreamEvent> Opening() => [];

    // data: {"type":"speech.audio.delta","audio":"…"}
    public IEnumerable<StreamEvent> Step(byte[] step)
    {
        yield return new StreamEvent(null, JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "speech.audio.delta");
            json.WriteBase64String("audio", step);
            json.WriteEndObject();
        }));
    }

    // data: {"type":"speech.audio.done","usage":{"input_tokens":14,"output_tokens":101,"total_tokens":115}}
    public IEnumerable<StreamEvent> Closing(bool withUsage)
    {
        yield return new StreamEvent(null, JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "speech.audio.done");
            if (withUsage)
            {
                json.WriteStartObject("usage");
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
