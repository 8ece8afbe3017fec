using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;
using Member = System.Collections.Generic.KeyValuePair<string, System.ReadOnlyMemory<byte>>;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Joins neighbours of one role into one message, for providers whose roles must alternate.</summary>
internal static class TurnMerger
{
    private static readonly string[] Mergeable = ["system", "user", "assistant"];

    public static List<List<Member>> Merge(List<List<Member>> messages)
    {
        var merged = new List<List<Member>>();
        foreach (var message in messages)
        {
            var role = message.Find("role").Text();
            if (merged.Count > 0 && Mergeable.Contains(role) && merged[^1].Find("role").Text() == role && IsPlain(merged[^1]) && IsPlain(message))
            {
                merged[^1] = With(merged[^1], Join(merged[^1].Find("content"), message.Find("content")));
                continue;
            }

            merged.Add(message);
        }

        return merged;
    }

    private static List<Member> With(List<Member> message, ReadOnlyMemory<byte> content) =>
        message.ConvertAll(member => member.Key == "content" ? new Member("content", content) : member);

    private static bool IsPlain(List<Member> message) =>
        (message.Find("content").Is('"') || message.Find("content").Is('[')) && message.Find("tool_calls").IsEmpty;

    private static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var buffer = new ArrayBufferWriter<byte>(first.Length + second.Length + 64);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        if (first.Text() is { } one && second.Text() is { } other)
        {
            writer.WriteStringValue($"{one}\n\n{other}");
        }
        else
        {
            writer.WriteStartArray();
            WriteParts(writer, first);
            WriteParts(writer, second);
            writer.WriteEndArray();
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteParts(Utf8JsonWriter writer, ReadOnlyMemory<byte> content)
    {
        if (content.Is('"'))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteSlice("text", content);
            writer.WriteEndObject();
            return;
        }

        JsonSlices.Items(content).ForEach(writer.WriteSlice);
    }
}
