using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary><c>batchEmbedContents</c>.</summary>
/// <remarks>Source: https://ai.google.dev/api/embeddings. It counts no tokens.</remarks>
internal sealed class GeminiEmbeddings : IOperationTranslator
{
    private static readonly FrozenDictionary<string, string> TaskTypes = new Dictionary<string, string>
    {
        ["search_query"] = "RETRIEVAL_QUERY",
        ["search_document"] = "RETRIEVAL_DOCUMENT",
        ["classification"] = "CLASSIFICATION",
        ["clustering"] = "CLUSTERING",
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var model = GeminiModel.Path(call.Endpoint.UpstreamModel);
        return new UpstreamRequest
        {
            Path = $"{model}:batchEmbedContents",
            Headers = GeminiHeaders.Of(call, "application/json"),
            Body = JsonBody.Write(writer => WriteBody(writer, call, model)),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, Read, cancellationToken);

    private static void WriteBody(Utf8JsonWriter writer, UpstreamCall call, string model)
    {
        using var input = WireDocument.Parse(call.Request.Value("input"));
        writer.WriteStartArray("requests"u8);
        foreach (var text in EmbeddingTexts.Read(input.RootElement, "Gemini"))
        {
            writer.WriteStartObject();
            writer.WriteString("model"u8, model);
            writer.WriteStartObject("content"u8);
            writer.WriteStartArray("parts"u8);
            writer.WriteStartObject();
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            WriteTask(writer, call);
            writer.Copy(call.Request, "dimensions", "outputDimensionality");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTask(Utf8JsonWriter writer, UpstreamCall call)
    {
        if (!call.Request.Has("input_type"))
        {
            return;
        }

        using var type = WireDocument.Parse(call.Request.Value("input_type"));
        if (type.RootElement.Text() is { } name)
        {
            writer.WriteString("taskType"u8, TaskTypes.GetValueOrDefault(name) ?? name.ToUpperInvariant());
        }
    }

    private static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> answer)
    {
        using var document = WireDocument.Parse(answer);
        return VectorAnswer.Write(document.RootElement.Items("embeddings").Select(embedding => embedding.Member("values")), promptTokens: null);
    }
}
