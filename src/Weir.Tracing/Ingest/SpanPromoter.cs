using System.Text.Json;
using Weir.OpenInference;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Ingest;

/// <summary>Picks the values of a span that have a column of their own.</summary>
/// <remarks>OpenInference names win; those of OpenTelemetry GenAI, old and new, and of the AI SDK fill the gaps. Nothing is taken away from what was sent.</remarks>
internal sealed class SpanPromoter(SpanPricing? pricing)
{
    private const int LongestText = 1024;
    private const decimal NanosPerDollar = 1_000_000_000m;

    /// <param name="span">The attributes; a cost that is ours and not the sender's is noted among them.</param>
    /// <param name="kind">The span's kind.</param>
    public SpanFacts Facts(AttributeSet span, string kind)
    {
        var prompt = First(span, PromotedNames.Prompt);
        var completion = First(span, PromotedNames.Completion);
        var facts = new SpanFacts
        {
            Model = FirstText(span, PromotedNames.Model),
            Provider = ProviderName.Read(span) is { } provider ? AttributeJson.Cut(provider, LongestText) : null,
            PromptTokens = prompt,
            CompletionTokens = completion,
            TotalTokens = First(span, PromotedNames.Total) ?? Sum(prompt, completion),
            CostNanos = Cost(span),
            SessionId = FirstText(span, PromotedNames.Session),
            UserId = FirstText(span, PromotedNames.User),
            CacheReadTokens = First(span, PromotedNames.CacheRead),
        };
        return facts == SpanFacts.None ? SpanFacts.None : facts.CostNanos is null ? Priced(facts, span, kind) : facts;
    }

    // Only calls of models: what is above them repeats their tokens.
    private SpanFacts Priced(SpanFacts facts, AttributeSet span, string kind)
    {
        var prompt = facts.PromptTokens ?? (kind == SpanKinds.Embedding ? facts.TotalTokens : null);
        if (pricing is null || kind is not (SpanKinds.Llm or SpanKinds.Embedding) || facts.Model is not { } model || (prompt ?? facts.CompletionTokens) is null)
        {
            return facts;
        }

        var cost = pricing(new SpanUse
        {
            Model = model,
            Provider = facts.Provider,
            PromptTokens = prompt ?? 0,
            CompletionTokens = facts.CompletionTokens ?? 0,
            CacheReadTokens = facts.CacheReadTokens ?? 0,
            CacheWriteTokens = First(span, PromotedNames.CacheWrite) ?? 0,
            ReasoningTokens = First(span, PromotedNames.Reasoning) ?? 0,
        });
        if (cost is not null && span.Begin("weir.cost.source"u8) is { } writer)
        {
            writer.WriteStringValue("catalogue"u8);
            span.End();
        }

        return facts with { CostNanos = cost };
    }

    private static long? Cost(AttributeSet span)
    {
        var said = PromotedNames.Cost.Select(name => AttributeJson.Number(span[name])).FirstOrDefault(number => number is not null);
        return Nanos(said ?? PartialCost(span) ?? ProviderCost(span["ai.response.providerMetadata"u8]));
    }

    private static decimal? PartialCost(AttributeSet span) =>
        AttributeJson.Number(span["gen_ai.usage.input_cost"u8]) is { } input && AttributeJson.Number(span["gen_ai.usage.output_cost"u8]) is { } output
        && Math.Abs(input) < long.MaxValue && Math.Abs(output) < long.MaxValue
            ? input + output
            : null;

    // {"openrouter":{"usage":{"cost":0.00014}}}, as text, which the AI SDK keeps of OpenRouter's answers.
    private static decimal? ProviderCost(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var found = AttributePath.TryFind(JsonElement.Parse([.. "{\"m\":"u8, .. json, (byte)'}']), "m.openrouter.usage.cost", out var cost);
        return found && cost.ValueKind == JsonValueKind.Number && cost.TryGetDecimal(out var dollars) ? dollars : null;
    }

    private static string? FirstText(AttributeSet span, byte[][] names)
    {
        foreach (var name in names)
        {
            if (AttributeJson.Text(span[name]) is { Length: > 0 } text)
            {
                return AttributeJson.Cut(text, LongestText);
            }
        }

        return null;
    }

    private static long? First(AttributeSet span, byte[][] names)
    {
        foreach (var name in names)
        {
            if (AttributeJson.Whole(span[name]) is >= 0 and var count)
            {
                return count;
            }
        }

        return null;
    }

    private static long? Sum(long? prompt, long? completion) =>
        prompt is { } p && completion is { } c && p <= long.MaxValue - c ? p + c : null;

    // Rounded to the nearest and not up: senders add prices as doubles, and 0.30000000000000004 is thirty cents.
    private static long? Nanos(decimal? dollars) =>
        dollars is { } amount && Math.Abs(amount) < long.MaxValue / NanosPerDollar
            ? (long)decimal.Round(amount * NanosPerDollar, MidpointRounding.AwayFromZero)
            : null;
}
