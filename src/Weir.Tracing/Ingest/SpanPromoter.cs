using System.Collections.Frozen;
using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>Picks the values of a span that have a column of their own.</summary>
/// <remarks>OpenInference names win; OpenTelemetry GenAI names fill the gaps.</remarks>
internal static class SpanPromoter
{
    private const string Unknown = "UNKNOWN";
    private const int LongestText = 1024;
    private const decimal NanosPerDollar = 1_000_000_000m;

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        ["LLM", "CHAIN", "TOOL", "RETRIEVER", "EMBEDDING", "AGENT", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT"], StringComparer.Ordinal);

    /// <summary>The kind in upper case; <c>UNKNOWN</c> for one that OpenInference does not have.</summary>
    public static string Kind(AttributeSet span) =>
        AttributeJson.Text(span["openinference.span.kind"u8]) is { } kind && Kinds.TryGetValue(kind.ToUpperInvariant(), out var known) ? known : Unknown;

    public static SpanFacts Facts(AttributeSet span)
    {
        var prompt = PromptTokens(span);
        var completion = CompletionTokens(span);
        var facts = new SpanFacts
        {
            Model = Model(span),
            Provider = Text(span["llm.provider"u8]) ?? Text(span["gen_ai.provider.name"u8]) ?? Text(span["gen_ai.system"u8]),
            PromptTokens = prompt,
            CompletionTokens = completion,
            TotalTokens = Count(span["llm.token_count.total"u8]) ?? Sum(prompt, completion),
            CostNanos = Nanos(AttributeJson.Number(span["llm.cost.total"u8])),
            SessionId = Text(span["session.id"u8]) ?? Text(span["gen_ai.conversation.id"u8]),
            UserId = Text(span["user.id"u8]),
        };
        return facts == SpanFacts.None ? SpanFacts.None : facts;
    }

    private static string? Model(AttributeSet span) =>
        Text(span["llm.model_name"u8]) ?? Text(span["embedding.model_name"u8]) ?? Text(span["gen_ai.response.model"u8]) ?? Text(span["gen_ai.request.model"u8]);

    private static long? PromptTokens(AttributeSet span) =>
        Count(span["llm.token_count.prompt"u8]) ?? Count(span["gen_ai.usage.input_tokens"u8]) ?? Count(span["gen_ai.usage.prompt_tokens"u8]);

    private static long? CompletionTokens(AttributeSet span) =>
        Count(span["llm.token_count.completion"u8]) ?? Count(span["gen_ai.usage.output_tokens"u8]) ?? Count(span["gen_ai.usage.completion_tokens"u8]);

    private static string? Text(ReadOnlySpan<byte> json) => AttributeJson.Text(json) is { Length: > 0 } text ? AttributeJson.Cut(text, LongestText) : null;

    private static long? Count(ReadOnlySpan<byte> json) => AttributeJson.Whole(json) is >= 0 and var count ? count : null;

    private static long? Sum(long? prompt, long? completion) =>
        prompt is { } p && completion is { } c && p <= long.MaxValue - c ? p + c : null;

    // Rounded to the nearest and not up: senders add prices as doubles, and 0.30000000000000004 is thirty cents.
    private static long? Nanos(decimal? dollars) =>
        dollars is { } amount && Math.Abs(amount) < long.MaxValue / NanosPerDollar
            ? (long)decimal.Round(amount * NanosPerDollar, MidpointRounding.AwayFromZero)
            : null;
}
