using System.Collections.Frozen;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Where a field of the filter language lies in a row of spans.</summary>
/// <param name="Sql">The column, or an expression of columns.</param>
/// <param name="Scale">What the field's own unit is multiplied with in the column.</param>
/// <param name="Field">The field; null for a part of an annotation.</param>
internal readonly record struct FieldColumn(string Sql, decimal Scale = 1, SpanField? Field = null)
{
    private static readonly FrozenDictionary<SpanField, FieldColumn> Columns = new Dictionary<SpanField, FieldColumn>
    {
        [SpanField.Name] = new("s.name"),
        [SpanField.Kind] = new("s.kind"),
        [SpanField.StatusCode] = new("s.status"),
        [SpanField.StatusMessage] = new("s.status_message"),
        [SpanField.TraceId] = new("t.trace_id"),
        [SpanField.SpanId] = new("s.span_id"),
        [SpanField.ParentId] = new("s.parent_id"),
        [SpanField.StartTime] = new("s.start_ns"),
        [SpanField.EndTime] = new("s.end_ns"),
        [SpanField.ReceivedAt] = new("s.received_ns"),
        [SpanField.Latency] = new("(s.end_ns - s.start_ns)", 1_000_000),
        [SpanField.Model] = new("s.model"),
        [SpanField.Provider] = new("s.provider"),
        [SpanField.PromptTokens] = new("s.prompt_tokens"),
        [SpanField.CompletionTokens] = new("s.completion_tokens"),
        [SpanField.TotalTokens] = new("s.total_tokens"),
        [SpanField.Cost] = new("s.cost_nanos", 1_000_000_000),
        [SpanField.SessionId] = new("s.session_id"),
        [SpanField.UserId] = new("s.user_id"),
    }.ToFrozenDictionary();

    /// <summary>The column of a field; null for one that no row has.</summary>
    public static FieldColumn? Of(SpanField field) => Columns.TryGetValue(field, out var column) ? column with { Field = field } : null;

    /// <summary>A value of the filter language as the column has it.</summary>
    public object ValueOf(FilterValue value)
    {
        if (value.Kind != FilterValueKind.Text)
        {
            var scaled = value.Number * Scale;
            return Field is not null && decimal.IsInteger(scaled) ? (long)scaled : (double)scaled;
        }

        var text = value.Text!;
        return Field switch
        {
            SpanField.StatusCode => (long)Enum.Parse<SpanStatus>(text, ignoreCase: true),
            SpanField.TraceId => Convert.FromHexString(text),
            SpanField.SpanId or SpanField.ParentId => SpanId.TryParse(text, out var id) ? StoredIds.ToNumber(id) : 0,
            _ => text,
        };
    }
}
