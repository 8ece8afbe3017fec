using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible.Media;

/// <summary><c>POST audio/speech</c>.</summary>
/// <remarks>Source: https://platform.openai.com/docs/api-reference/audio/createSpeech.</remarks>
internal sealed class SpeechTranslator : IOperationTranslator
{
    private const int PieceSize = 16 * 1024;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        if (!call.Request.Has("voice"))
        {
            throw new TranslationException("it has no default voice. Name one with 'voice'.");
        }

        return new UpstreamRequest
        {
            Path = "audio/speech",
            Headers = BearerHeaders.Of(call, "*/*"),
            Body = ProviderOptions.AddTo(JsonBody.Write(writer =>
            {
                writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
                writer.Copy(call.Request, "input");
                writer.Copy(call.Request, "voice");
                writer.Copy(call.Request, "speed");

                // Said always: the provider's default is another than ours.
                if (call.Request.Has("response_format"))
                {
                    writer.Copy(call.Request, "response_format");
                }
                else
                {
                    writer.WriteString("response_format"u8, "pcm"u8);
                }
            }), call),
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        int read;
        while ((read = await body.ReadAsync(piece, cancellationToken)) > 0)
        {
            yield return new StreamEvent(StreamEventKind.Chunk, piece.AsMemory(0, read));
        }
    }
}
