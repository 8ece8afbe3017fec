using System.Text.Json;
using Weir.Tracing.Annotations;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Search;
using Weir.Tracing.Tree;

namespace Weir.Storage.Tests.Traces.Filter;

/// <summary>A span in memory as filters see it: the plain reading of the language, to compare a store with.</summary>
internal sealed class MemorySubject(
    SpanRow span,
    IReadOnlyDictionary<SpanId, SubtreeTokens> sums,
    IReadOnlyDictionary<(AnnotationScope Scope, string Target), AnnotationValues> annotations) : IFilterSubject
{
    public JsonElement Attributes { get; } = JsonElement.Parse(span.Attributes.Span);

    public FilterValue ValueOf(SpanField field) => field switch
    {
        SpanField.Name => FilterValue.Of(span.Name),
        SpanField.Kind => FilterValue.Of(span.Kind),
        SpanField.StatusMessage => FilterValue.Of(span.StatusMessage),
        SpanField.Model => FilterValue.Of(span.Facts.Model),
        SpanField.Provider => FilterValue.Of(span.Facts.Provider),
        SpanField.SessionId => FilterValue.Of(span.Facts.SessionId),
        SpanField.UserId => FilterValue.Of(span.Facts.UserId),
        SpanField.StartTime => FilterValue.Of(span.StartUnixNanos),
        SpanField.EndTime => FilterValue.Of(span.EndUnixNanos),
        _ => NumberOf(field),
    };

    public IReadOnlyList<AnnotationValues> AnnotationsOf(AnnotationScope scope, string name)
    {
        var target = scope switch
        {
            AnnotationScope.Span => span.SpanId.ToString(),
            AnnotationScope.Trace => span.TraceId.ToString(),
            _ => span.Facts.SessionId ?? "",
        };
        return name == "q" && annotations.TryGetValue((scope, target), out var values) ? [values] : [];
    }

    public bool HasWords(IReadOnlyList<SearchWord> words)
    {
        var known = new SpanWords();
        known.Read(span.Name, span.StatusMessage, span.Attributes.Span);
        return known.HaveAll(words);
    }

    private FilterValue NumberOf(SpanField field) => field switch
    {
        SpanField.ReceivedAt => FilterValue.Of(span.ReceivedUnixNanos),
        SpanField.Latency => FilterValue.Of((span.EndUnixNanos - span.StartUnixNanos) / 1_000_000m),
        SpanField.PromptTokens => FilterValue.Of(span.Facts.PromptTokens),
        SpanField.CompletionTokens => FilterValue.Of(span.Facts.CompletionTokens),
        SpanField.TotalTokens => FilterValue.Of(span.Facts.TotalTokens),
        SpanField.Cost => FilterValue.Of(span.Facts.CostNanos / 1_000_000_000m),
        SpanField.CumulativeTotalTokens => FilterValue.Of(sums[span.SpanId].Total),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The tests do not ask for this."),
    };
}
