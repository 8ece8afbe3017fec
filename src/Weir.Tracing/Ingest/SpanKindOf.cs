using System.Collections.Frozen;
using Weir.OpenInference;

namespace Weir.Tracing.Ingest;

/// <summary>The OpenInference kind of a span: what it says, else what its OpenTelemetry GenAI or AI SDK attributes mean.</summary>
internal static class SpanKindOf
{
    private const string Unknown = "UNKNOWN";

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["LLM", "CHAIN", "TOOL", "RETRIEVER", "EMBEDDING", "AGENT", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT"], StringComparer.Ordinal);

    // gen_ai.operation.name, and the AI SDK's ai.operationId: the outer span of a call runs the loop of steps, the inner one calls the model.
    private static readonly FrozenDictionary<string, string> Operations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["chat"] = SpanKinds.Llm,
        ["text_completion"] = SpanKinds.Llm,
        ["generate_content"] = SpanKinds.Llm,
        ["embeddings"] = SpanKinds.Embedding,
        ["retrieval"] = SpanKinds.Retriever,
        ["execute_tool"] = SpanKinds.Tool,
        ["invoke_agent"] = SpanKinds.Agent,
        ["create_agent"] = SpanKinds.Agent,
        ["plan"] = SpanKinds.Agent,
        ["invoke_workflow"] = SpanKinds.Chain,
        ["ai.generateText"] = SpanKinds.Agent,
        ["ai.streamText"] = SpanKinds.Agent,
        ["ai.generateObject"] = SpanKinds.Agent,
        ["ai.streamObject"] = SpanKinds.Agent,
        ["ai.generateText.doGenerate"] = SpanKinds.Llm,
        ["ai.streamText.doStream"] = SpanKinds.Llm,
        ["ai.generateObject.doGenerate"] = SpanKinds.Llm,
        ["ai.streamObject.doStream"] = SpanKinds.Llm,
        ["ai.embed"] = SpanKinds.Chain,
        ["ai.embedMany"] = SpanKinds.Chain,
        ["ai.embed.doEmbed"] = SpanKinds.Embedding,
        ["ai.embedMany.doEmbed"] = SpanKinds.Embedding,
        ["ai.rerank"] = SpanKinds.Chain,
        ["ai.rerank.doRerank"] = SpanKinds.Reranker,
        ["ai.toolCall"] = SpanKinds.Tool,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind in upper case; <c>UNKNOWN</c> for one that OpenInference does not have.</summary>
    public static string Read(AttributeSet span)
    {
        if (AttributeJson.Text(span["openinference.span.kind"u8]) is { } kind)
        {
            return Kinds.TryGetValue(kind.ToUpperInvariant(), out var known) ? known : Unknown;
        }

        // The AI SDK writes both; its own name says more, because its outer spans have GenAI attributes too.
        return Of(span["ai.operationId"u8]) ?? Of(span["gen_ai.operation.name"u8]) ?? Guess(span);
    }

    private static string? Of(ReadOnlySpan<byte> json) => AttributeJson.Text(json) is { } operation ? Operations.GetValueOrDefault(operation) : null;

    private static string Guess(AttributeSet span)
    {
        if (!span["gen_ai.tool.name"u8].IsEmpty || !span["gen_ai.tool.call.id"u8].IsEmpty)
        {
            return SpanKinds.Tool;
        }

        if (!span["gen_ai.retrieval.query.text"u8].IsEmpty || !span["gen_ai.retrieval.documents"u8].IsEmpty)
        {
            return SpanKinds.Retriever;
        }

        if (!span["gen_ai.embeddings.dimension.count"u8].IsEmpty)
        {
            return SpanKinds.Embedding;
        }

        return span["gen_ai.request.model"u8].IsEmpty && span["gen_ai.response.model"u8].IsEmpty && span["gen_ai.input.messages"u8].IsEmpty ? Unknown : SpanKinds.Llm;
    }
}
