using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary><c>POST embed</c> of version 2.</summary>
/// <remarks>Source: https://docs.cohere.com/reference/embed.</remarks>
internal sealed class CohereEmbeddings : IOperationTranslator
{
    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call) => new()
    {
        Path = "embed",
        Headers = BearerHeaders.Of(call, "application/json"),
        Body = JsonBody.Write(writer =>
        {
            using var input = WireDocument.Parse(call.Request.Value("input"));
            writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
            writer.WriteStartArray("texts"u8);
            foreach (var text in EmbeddingTexts.Read(input.RootElement, "Cohere"))
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();

            // Required there: what is stored is a document, and who searches says so.
            if (call.Request.Has("input_type"))
            {
                writer.Copy(call.Request, "input_type");
            }
            else
            {
                writer.WriteString("input_type"u8, "search_document"u8);
            }

            writer.Copy(call.Request, "dimensions", "output_dimension");
            writer.WriteStartArray("embedding_types"u8);
            writer.WriteStringValue("float"u8);
            writer.WriteEndArray();
        }),
    };

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, Read, cancellationToken);

    private static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> answer)
    {
        using var document = WireDocument.Parse(answer);
        var root = document.RootElement;
        return VectorAnswer.Write(root.Member("embeddings").Items("float"), root.Member("meta").Member("billed_units").Whole("input_tokens"));
    }
}
