using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Reads an answer of a rerank API into the internal form: results, and usage wherever it is said.</summary>
/// <remarks>
/// <code>
/// {"id":"…","results":[{"index":0,"relevance_score":0.9}],"meta":{"billed_units":{"search_units":1}}}
/// {"id":"…","results":[{"index":0,"relevance_score":0.9}],"usage":{"search_units":1}}
/// </code>
/// </remarks>
internal static class RerankAnswer
{
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> answer)
    {
        using var document = WireDocument.Parse(answer);
        var root = document.RootElement;
        var billed = root.Member("meta").Member("billed_units");
        if (billed.Whole("search_units") is null && billed.Whole("input_tokens") is null)
        {
            return answer;
        }

        return JsonBody.Write(writer =>
        {
            if (root.Text("id") is { } id)
            {
                writer.WriteString("id"u8, id);
            }

            if (root.TryMember("results", out var results))
            {
                writer.WriteRaw("results"u8, results);
            }

            writer.WriteStartObject("usage"u8);
            Write(writer, "search_units"u8, billed.Whole("search_units"));
            Write(writer, "prompt_tokens"u8, billed.Whole("input_tokens"));
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? count)
    {
        if (count is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
