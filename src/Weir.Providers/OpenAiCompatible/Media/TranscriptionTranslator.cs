using System.Security.Cryptography;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations.Transcription;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible.Media;

/// <summary><c>POST audio/transcriptions</c>, a form with a file.</summary>
/// <remarks>Source: https://platform.openai.com/docs/api-reference/audio/createTranscription.</remarks>
internal sealed class TranscriptionTranslator : IOperationTranslator
{
    private static readonly string[] Texts = ["language", "response_format"];

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var request = call.Request;
        var form = new FormBody(RandomNumberGenerator.GetHexString(32, lowercase: true));
        form.AddText("model", call.Endpoint.UpstreamModel);
        foreach (var name in Texts.Where(request.Has))
        {
            form.AddText(name, Text(request, name));
        }

        if (request.Has("temperature"))
        {
            form.AddBytes("temperature", request.Value("temperature").Span);
        }

        foreach (var granularity in Granularities(request))
        {
            form.AddText("timestamp_granularities[]", granularity);
        }

        ProviderOptions.AddTo(form, call);
        form.AddFile("file", $"audio.{FileExtension(TranscriptionRequest.FormatOf(request))}", TranscriptionRequest.Sound(request));
        return new UpstreamRequest
        {
            Path = "audio/transcriptions",
            Headers = BearerHeaders.Of(call, "application/json"),
            Body = form.Close(),
            ContentType = form.ContentType,
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, static answer => answer, cancellationToken);

    private static string Text(ModelRequest request, string name)
    {
        using var value = WireDocument.Parse(request.Value(name));
        return value.RootElement.Text() ?? "";
    }

    private static string[] Granularities(ModelRequest request)
    {
        if (!request.Has("timestamp_granularities"))
        {
            return [];
        }

        using var list = WireDocument.Parse(request.Value("timestamp_granularities"));
        return [.. list.RootElement.Items().Select(item => item.Text()).OfType<string>()];
    }

    // The name tells the provider what the file is; nothing else of the caller's word gets into the header of the part.
    private static string FileExtension(string format)
    {
        var letters = new string([.. format.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        return letters is "mpeg" ? "mp3" : letters;
    }
}
