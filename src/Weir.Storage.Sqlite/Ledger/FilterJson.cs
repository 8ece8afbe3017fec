using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Ledger.Guardrails;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Lists of a guardrail as the JSON of their columns; null is NULL.</summary>
/// <remarks><code>["openai"]   [["\\bsk-\\w+",1,"[API_KEY]"]]   [["email",1,false]]</code></remarks>
internal static class FilterJson
{
    public static string? WriteTexts(ImmutableArray<string>? texts) => Write(texts, static (writer, text) => writer.WriteStringValue(text));

    public static string? Write(ImmutableArray<ContentFilterRow>? filters) => Write(filters, static (writer, filter) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(filter.Pattern);
        writer.WriteNumberValue((int)filter.Action);
        writer.WriteStringValue(filter.Label);
        writer.WriteEndArray();
    });

    public static string? Write(ImmutableArray<BuiltinFilterRow>? filters) => Write(filters, static (writer, filter) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(filter.Slug);
        writer.WriteNumberValue((int)filter.Action);
        writer.WriteBooleanValue(filter.UserOnly);
        writer.WriteEndArray();
    });

    public static ImmutableArray<string>? ReadTexts(string? json) => Read(json, static item => item.GetString()!);

    public static ImmutableArray<ContentFilterRow>? ReadFilters(string? json) =>
        Read(json, static item => new ContentFilterRow(item[0].GetString()!, (FilterAction)item[1].GetInt32(), item[2].GetString()));

    public static ImmutableArray<BuiltinFilterRow>? ReadBuiltins(string? json) =>
        Read(json, static item => new BuiltinFilterRow(item[0].GetString()!, (FilterAction)item[1].GetInt32(), item[2].GetBoolean()));

    private static string? Write<T>(ImmutableArray<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is not { } list)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var item in list)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static ImmutableArray<T>? Read<T>(string? json, Func<JsonElement, T> read)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(read)];
    }
}
