using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Rerank;

/// <summary>Writes a reranking as attributes of a RERANKER span.</summary>
internal static class RerankAttributes
{
    private const int MostDocuments = 200;

    public static void WriteInput(ModelRequest request, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        masked.SetUtf8(SpanAttributes.InputValue, request.Body.Span);
        masked.Set(SpanAttributes.InputMimeType, MimeTypes.Json);
        if (RequestCheck.Integer(request, "top_n", 1, int.MaxValue) is { } top)
        {
            sink.Set(RerankerAttributes.TopK, top);
        }

        // No option of the conventions speaks of documents; hidden inputs mean them as well.
        if (config.HideInputs)
        {
            return;
        }

        sink.Set(RerankerAttributes.Query, RequestCheck.Text(request, "query")!);
        using var documents = JsonDocument.Parse(request.Value("documents"));
        var index = 0;
        foreach (var document in documents.RootElement.EnumerateArray().Take(MostDocuments))
        {
            sink.Set($"{RerankerAttributes.InputDocuments}.{index++}.{DocumentAttributes.Content}", RerankRequest.TextOf(document));
        }
    }

    public static void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        masked.SetUtf8(SpanAttributes.OutputValue, answer.Span);
        masked.Set(SpanAttributes.OutputMimeType, MimeTypes.Json);
        if (config.HideOutputs)
        {
            return;
        }

        using var documents = JsonDocument.Parse(request.Value("documents"));
        var rank = 0;
        foreach (var score in RerankScores.Read(answer.Span).Take(MostDocuments))
        {
            var prefix = $"{RerankerAttributes.OutputDocuments}.{rank++}.";
            sink.Set(prefix + DocumentAttributes.Id, score.Index.ToString());
            sink.Set(prefix + DocumentAttributes.Score, score.Relevance);
            if (!config.HideInputs && score.Index >= 0 && score.Index < documents.RootElement.GetArrayLength())
            {
                sink.Set(prefix + DocumentAttributes.Content, RerankRequest.TextOf(documents.RootElement[score.Index]));
            }
        }
    }
}
