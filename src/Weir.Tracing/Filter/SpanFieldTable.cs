using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Tracing.Filter;

/// <summary>How the fields of a span are called in filters, and what they hold.</summary>
public static class SpanFieldTable
{
    private static readonly ImmutableArray<(string Name, SpanField Field, FieldType Type)> Rows =
    [
        ("name", SpanField.Name, FieldType.Text),
        ("span_kind", SpanField.Kind, FieldType.Word),
        ("status_code", SpanField.StatusCode, FieldType.Word),
        ("status_message", SpanField.StatusMessage, FieldType.Text),
        ("trace_id", SpanField.TraceId, FieldType.Id),
        ("span_id", SpanField.SpanId, FieldType.Id),
        ("parent_id", SpanField.ParentId, FieldType.Id),
        ("start_time", SpanField.StartTime, FieldType.Time),
        ("end_time", SpanField.EndTime, FieldType.Time),
        ("received_at", SpanField.ReceivedAt, FieldType.Time),
        ("latency_ms", SpanField.Latency, FieldType.Number),
        ("llm.model_name", SpanField.Model, FieldType.Text),
        ("llm.provider", SpanField.Provider, FieldType.Text),
        ("llm.token_count.prompt", SpanField.PromptTokens, FieldType.Number),
        ("llm.token_count.completion", SpanField.CompletionTokens, FieldType.Number),
        ("llm.token_count.total", SpanField.TotalTokens, FieldType.Number),
        ("cost", SpanField.Cost, FieldType.Number),
        ("session.id", SpanField.SessionId, FieldType.Text),
        ("user.id", SpanField.UserId, FieldType.Text),
        ("cumulative_token_count.prompt", SpanField.CumulativePromptTokens, FieldType.Number),
        ("cumulative_token_count.completion", SpanField.CumulativeCompletionTokens, FieldType.Number),
        ("cumulative_token_count.total", SpanField.CumulativeTotalTokens, FieldType.Number),
    ];

    // Other names for the same, as Phoenix and its older versions have them, and short ones.
    private static readonly ImmutableArray<(string Name, SpanField Field)> Aliases =
    [
        ("context.trace_id", SpanField.TraceId),
        ("context.span_id", SpanField.SpanId),
        ("model", SpanField.Model),
        ("provider", SpanField.Provider),
        ("llm.cost.total", SpanField.Cost),
        ("session_id", SpanField.SessionId),
        ("user_id", SpanField.UserId),
        ("cumulative_llm_token_count_prompt", SpanField.CumulativePromptTokens),
        ("cumulative_llm_token_count_completion", SpanField.CumulativeCompletionTokens),
        ("cumulative_llm_token_count_total", SpanField.CumulativeTotalTokens),
    ];

    private static readonly FrozenDictionary<string, SpanField> Fields = Rows.Select(row => (row.Name, row.Field)).Concat(Aliases)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Field, StringComparer.Ordinal);

    private static readonly FrozenDictionary<SpanField, (string Name, FieldType Type)> Known =
        Rows.ToFrozenDictionary(row => row.Field, row => (row.Name, row.Type));

    private static readonly ImmutableArray<string> Kinds =
        ["LLM", "CHAIN", "TOOL", "RETRIEVER", "EMBEDDING", "AGENT", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT", "UNKNOWN"];

    private static readonly ImmutableArray<string> Statuses = ["OK", "ERROR", "UNSET"];

    /// <summary>Every name of every field.</summary>
    public static IEnumerable<string> Names => Fields.Keys.Order(StringComparer.Ordinal);

    public static SpanField? Find(string name) => Fields.TryGetValue(name, out var field) ? field : null;

    public static string NameOf(SpanField field) => Known[field].Name;

    public static FieldType TypeOf(SpanField field) => Known[field].Type;

    /// <summary>The words that a field of <see cref="FieldType.Word"/> knows.</summary>
    public static ImmutableArray<string> WordsOf(SpanField field) => field == SpanField.Kind ? Kinds : Statuses;
}
