using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Answers <c>POST /v1/audio/speech</c>.</summary>
internal sealed class SpeechEndpoint(Intake intake)
{
    private const int LongestInput = 4096;
    private const int BytesPerEvent = 24_000;

    // What OpenAI counts for its speech models: about 20 tokens a second.
    private const double TokensPerSecond = 20;

    /// <exception cref="RefusalException">The request is wrong, or asks for a format that would need an encoder.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        ModelFinder.Find(body.RequiredString("model", "model"), "speech", exchange.Http.Request);
        var text = ReadInput(body);
        var voice = ReadVoice(body);
        var format = ReadFormat(body);
        body.CheckNumber("speed", 0.25, 4);
        var speed = body.Field("speed")?.GetDouble() ?? 1;
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var outputTokens = (int)Math.Ceiling(PcmSound.LengthOf(text, speed).TotalSeconds * TokensPerSecond);
        if (body.OptionalString("stream_format", "stream_format") is not "sse")
        {
            return await new BodyDelivery(exchange).SendAsync(
                format.ContentType, outputTokens, extent => extent.HasFlag(AnswerExtent.Content) ? format.Make(text, voice, speed) : ReadOnlyMemory<byte>.Empty, ct);
        }

        var writer = new SpeechStreamWriter(tokenizer.Count(text), outputTokens);
        return await new StreamDelivery<byte[]>(exchange, writer, _ => 1).SendAsync([.. format.Make(text, voice, speed).Chunk(BytesPerEvent)], ct);
    }

    private static string ReadInput(JsonElement body)
    {
        var text = body.RequiredString("input", "input");
        return text.Length is > 0 and <= LongestInput
            ? text
            : throw JsonFields.Refuse($"Invalid 'input': expected 1 to {LongestInput} characters, but got {text.Length}.", "input", "invalid_value");
    }

    // "alloy" or {"id":"voice_…"}
    private static string ReadVoice(JsonElement body) =>
        body.Field("voice") is { ValueKind: JsonValueKind.Object } custom ? custom.RequiredString("id", "voice.id") : body.RequiredString("voice", "voice");

    private static SpeechFormat ReadFormat(JsonElement body)
    {
        var name = body.OptionalString("response_format", "response_format") ?? "mp3";
        return (name == "pcm16" ? null : SpeechFormat.Find(name))
            ?? throw JsonFields.Refuse($"Invalid value: '{name}'. The simulator makes 'mp3' (silent), 'wav' and 'pcm'; other formats need an encoder.", "response_format", "invalid_value");
    }
}
