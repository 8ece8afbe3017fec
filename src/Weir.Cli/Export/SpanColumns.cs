using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Weir.Cli.Export;

/// <summary>The columns of the table of spans, and where a span in Phoenix's form has them.</summary>
internal static class SpanColumns
{
    public static ImmutableArray<SpanColumn> All { get; } =
    [
        SpanColumn.Text("context.trace_id", span => Text(span.GetProperty("context"), "trace_id")),
        SpanColumn.Text("context.span_id", span => Text(span.GetProperty("context"), "span_id")),
        SpanColumn.Text("parent_id", span => Text(span, "parent_id")),
        SpanColumn.Text("name", span => Text(span, "name")),
        SpanColumn.Text("span_kind", span => Text(span, "span_kind")),
        SpanColumn.Time("start_time", span => Time(span, "start_time")),
        SpanColumn.Time("end_time", span => Time(span, "end_time")),
        SpanColumn.Text("status_code", span => Text(span, "status_code")),
        SpanColumn.Text("status_message", span => Text(span, "status_message")),
        Attribute("llm.model_name"),
        Attribute("llm.provider"),
        Count("llm.token_count.prompt"),
        Count("llm.token_count.completion"),
        Count("llm.token_count.total"),
        Amount("llm.cost.total"),
        Attribute("session.id"),
        Attribute("user.id"),
        Attribute("metadata"),
        Attribute("input.value"),
        Attribute("output.value"),
        SpanColumn.Text("attributes", span => span.GetProperty("attributes").GetRawText()),
        SpanColumn.Text("events", span => span.GetProperty("events").GetRawText()),
    ];

    private static SpanColumn Attribute(string name) => SpanColumn.Text("attributes." + name, span => Text(span.GetProperty("attributes"), name));

    private static SpanColumn Count(string name) =>
        SpanColumn.Number<long>("attributes." + name, span => Number(span, name) is { } number && number.TryGetInt64(out var count) ? count : null);

    private static SpanColumn Amount(string name) => SpanColumn.Number<double>("attributes." + name, span => Number(span, name)?.GetDouble());

    private static string? Text(JsonElement of, string name) => !of.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };

    private static JsonElement? Number(JsonElement span, string name) =>
        span.GetProperty("attributes").TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value : null;

    private static DateTime Time(JsonElement span, string name) =>
        DateTime.Parse(span.GetProperty(name).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
