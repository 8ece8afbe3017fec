using Weir.Gateway.Operations;
using Weir.Ledger.Records;
using Weir.OpenInference;

namespace Weir.Gateway.Recording;

/// <summary>Writes what the record of an exchange knows as attributes of the gateway's span; it has the last word over what the bodies say.</summary>
internal static class GatewayAttributes
{
    public static void Write(GenerationRow row, JsonAttributeSink sink)
    {
        var kind = OperationTable.Find(row.ApiType).SpanKind;
        sink.Set(SpanAttributes.SpanKind, kind);
        sink.Set(LlmAttributes.System, LlmSystems.OpenAI);
        sink.Set(ModelKey(kind), row.Model);
        sink.Set(LlmAttributes.RequestModelName, row.RequestedModel);
        sink.Set(WeirSpanAttributes.GenerationId, row.Id.Value);
        sink.Set(WeirSpanAttributes.StatusCode, row.Status);
        Set(sink, OpenRouterAttributes.ProviderName, row.ProviderName);
        Set(sink, LlmAttributes.FinishReason, row.FinishReason);
        Set(sink, WeirSpanAttributes.AnswerParts, row.PartsJson);
        Set(sink, SpanAttributes.SessionId, row.SessionId);
        Set(sink, SpanAttributes.UserId, row.ExternalUser);
        Set(sink, WeirSpanAttributes.ResponseCacheSourceId, row.ResponseCacheSourceId);
        if (row.PromptTokens is not { } prompt || row.CompletionTokens is not { } completion)
        {
            return;
        }

        sink.Set(LlmAttributes.TokenCountPrompt, prompt);
        sink.Set(LlmAttributes.TokenCountCompletion, completion);
        sink.Set(LlmAttributes.TokenCountTotal, prompt + completion);
        sink.Set(LlmAttributes.TokenCountPromptDetailsCacheRead, row.CachedTokens ?? 0);
        sink.Set(LlmAttributes.TokenCountCompletionDetailsReasoning, row.ReasoningTokens ?? 0);
        sink.SetMoney(LlmAttributes.CostTotal, row.Charge);
    }

    private static string ModelKey(string kind) => kind switch
    {
        SpanKinds.Embedding => EmbeddingAttributes.ModelName,
        SpanKinds.Reranker => RerankerAttributes.ModelName,
        _ => LlmAttributes.ModelName,
    };

    private static void Set(JsonAttributeSink sink, string key, string? value)
    {
        if (value is not null)
        {
            sink.Set(key, value);
        }
    }
}
