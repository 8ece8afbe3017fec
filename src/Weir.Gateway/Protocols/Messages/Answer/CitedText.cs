using System.Text.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes a text as one block, or as several where parts of it name their sources.</summary>
internal static class CitedText
{
    public static void Write(Utf8JsonWriter writer, string text, JsonElement[] citations)
    {
        var parts = citations.GroupBy(CitationWriter.RangeOf).ToArray();
        if (!FollowEachOther(parts, text.Length))
        {
            WriteBlock(writer, text, citations);
            return;
        }

        var end = 0;
        foreach (var part in parts)
        {
            var (start, stop) = part.Key!.Value;
            WriteUncited(writer, text[end..start]);
            WriteBlock(writer, text[start..stop], part);
            end = stop;
        }

        WriteUncited(writer, text[end..]);
    }

    private static bool FollowEachOther(IGrouping<(int Start, int End)?, JsonElement>[] parts, int length)
    {
        var end = 0;
        foreach (var part in parts)
        {
            if (part.Key is not { } range || range.Start < end || range.End <= range.Start || range.End > length)
            {
                return false;
            }

            end = range.End;
        }

        return true;
    }

    private static void WriteUncited(Utf8JsonWriter writer, string text)
    {
        if (text.Length > 0)
        {
            WriteBlock(writer, text, []);
        }
    }

    private static void WriteBlock(Utf8JsonWriter writer, string text, IEnumerable<JsonElement> citations)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        if (citations.Any())
        {
            writer.WriteStartArray("citations"u8);
            foreach (var citation in citations)
            {
                CitationWriter.Write(writer, citation);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("citations"u8);
        }

        writer.WriteEndObject();
    }
}
