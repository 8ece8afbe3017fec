using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Audio;

/// <summary>Answers <c>POST /v1/audio/transcriptions</c>.</summary>
internal sealed class TranscriptionEndpoint(Intake intake)
{
    private const string PlainText = "text/plain; charset=utf-8";

    // What OpenAI counts for its transcription models: about 10 tokens a second.
    private const double TokensPerSecond = 10;

    /// <exception cref="RefusalException">The form is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeFormAsync(http, state, AnswerAsync, ct);

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, IFormCollection form, CancellationToken ct)
    {
        ModelFinder.Find(form["model"].FirstOrDefault() ?? throw JsonFields.Missing("model"), "transcription", exchange.Http.Request);
        var format = form["response_format"].FirstOrDefault() ?? "json";
        var transcript = Transcript.Of(await RecordingReader.ReadAsync(form, ct));
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var tokenCount = tokenizer.Count(transcript.Text);
        if (form["stream"].FirstOrDefault() == "true")
        {
            var stream = new TranscriptStreamWriter(transcript, (int)Math.Ceiling(transcript.Length.TotalSeconds * TokensPerSecond), tokenCount);
            return await new StreamDelivery<TextPiece>(exchange, stream, piece => piece.TokenCount).SendAsync(tokenizer.Cut(transcript.Text, int.MaxValue).Pieces, ct);
        }

        var writer = new TranscriptWriter(transcript, form["language"].FirstOrDefault() ?? "english", tokenizer.Count);
        var (contentType, write) = FormOf(format, writer, form);
        return await new BodyDelivery(exchange).SendAsync(contentType, tokenCount, write, ct);
    }

    private static (string ContentType, Func<AnswerExtent, ReadOnlyMemory<byte>> Write) FormOf(string format, TranscriptWriter writer, IFormCollection form)
    {
        var granularities = form["timestamp_granularities[]"].Concat(form["timestamp_granularities"]).ToList();
        return format switch
        {
            "json" => ("application/json", writer.Json),
            "verbose_json" => ("application/json", extent => writer.Verbose(
                extent, withSegments: granularities.Count == 0 || granularities.Contains("segment"), withWords: granularities.Contains("word"))),
            "text" => (PlainText, extent => Unless(extent, writer.Plain)),
            "srt" => (PlainText, extent => Unless(extent, writer.SubRip)),
            "vtt" => (PlainText, extent => Unless(extent, writer.WebVtt)),
            _ => throw JsonFields.Refuse($"Invalid value: '{format}'. Supported values are: 'json', 'verbose_json', 'text', 'srt' and 'vtt'.", "response_format", "invalid_value"),
        };
    }

    private static ReadOnlyMemory<byte> Unless(AnswerExtent extent, Func<ReadOnlyMemory<byte>> write) => extent.HasFlag(AnswerExtent.Content) ? write() : ReadOnlyMemory<byte>.Empty;
}
