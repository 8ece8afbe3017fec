using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Ollama;

/// <summary><c>POST api/embed</c>.</summary>
/// <remarks>Source: https://docs.ollama.com/api/embed.</remarks>
internal sealed class OllamaEmbeddings : IOperationTranslator
{
    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call) => new()
    {
        Path = "api/embed",
        Headers = BearerHeaders.Of(call, "application/json"),
        Body = JsonBody.Write(writer =>
        {
            using var input = WireDocument.Parse(call.Request.Value("input"));
            writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
            writer.WriteStartArray("input"u8);
            foreach (var text in EmbeddingTexts.Read(input.RootElement, "Ollama"))
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
            writer.Copy(call.Request, "dimensions");
        }),
    };

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, Read, cancellationToken);

    private static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> answer)
    {
        using var document = WireDocument.Parse(answer);
        return VectorAnswer.Write(document.RootElement.Items("embeddings"), document.RootElement.Whole("prompt_eval_count"));
    }
}
