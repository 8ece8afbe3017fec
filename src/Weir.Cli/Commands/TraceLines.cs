using System.Globalization;
using System.Text.Json;

namespace Weir.Cli.Commands;

/// <summary>Writes traces as lines for a terminal. Texts come from models and strangers: nothing in them reaches the terminal as a command.</summary>
internal static class TraceLines
{
    private const int LongestName = 40;
    private const int LongestText = 100;

    /// <summary>One trace on one line: when, id, status, how long, tokens, cost, model, name, what went in.</summary>
    public static string Summary(JsonElement trace) => string.Join("  ",
    [
        Text(trace, "received_at")[..Math.Min(19, Text(trace, "received_at").Length)],
        Text(trace, "trace_id"),
        Text(trace, "status").PadRight(5),
        Duration(trace.GetProperty("duration_us").GetInt64()).PadLeft(8),
        Number(trace, "total_tokens").PadLeft(7),
        Cost(trace).PadLeft(10),
        Cut(Text(trace, "model"), LongestName).PadRight(24),
        Cut(Text(trace, "name"), LongestName),
        Cut(Text(trace, "input"), LongestText),
    ]).TrimEnd();

    /// <summary>One span of a tree, as deep as it lies.</summary>
    public static string Span(JsonElement span) => string.Join("  ",
    [
        new string(' ', 2 * Math.Min(span.GetProperty("depth").GetInt32(), LongestName)) + Cut(Text(span, "name"), LongestText),
        Text(span, "kind"),
        Text(span, "status"),
        Duration(span.GetProperty("duration_us").GetInt64()),
        .. Said(Text(span, "model")),
        .. Said(Number(span, "total_tokens") is { Length: > 0 } tokens ? tokens + " tokens" : ""),
        .. Said(Cost(span)),
        .. Said(Cut(Text(span, "status_message"), LongestText)),
    ]);

    private static string[] Said(string text) => text.Length == 0 ? [] : [text];

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Plain(value.GetString()!) : "";

    private static string Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";

    private static string Cost(JsonElement item) => Number(item, "cost") is { Length: > 0 } dollars ? "$" + dollars : "";

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");

    private static string Plain(string text) => string.Create(text.Length, text, static (plain, given) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = char.IsControl(given[i]) || char.GetUnicodeCategory(given[i]) == UnicodeCategory.Format ? ' ' : given[i];
        }
    });

    private static string Duration(long micros) => micros switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{micros} µs"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{micros / 1000.0:0.#} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000.0:0.##} s"),
    };
}
