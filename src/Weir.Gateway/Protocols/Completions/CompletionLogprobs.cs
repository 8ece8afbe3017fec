using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>Writes the log probabilities of one choice in the older form, which counts where in the text each token begins.</summary>
/// <remarks>
/// <code>
/// {"content":[{"token":"Hi","logprob":-0.1,"top_logprobs":[{"token":"Ho","logprob":-2}]}]}
/// {"tokens":["Hi"],"token_logprobs":[-0.1],"top_logprobs":[{"Ho":-2}],"text_offset":[0]}
/// </code>
/// </remarks>
internal sealed class CompletionLogprobs
{
    private int _offset;

    /// <param name="writer">Stands in the choice.</param>
    /// <param name="logprobs">The member of a chat choice.</param>
    public void Write(Utf8JsonWriter writer, JsonElement logprobs)
    {
        var entries = logprobs.FindItems("content"u8).ToArray();
        writer.WriteStartObject("logprobs"u8);
        WriteList(writer, "tokens"u8, entries, "token"u8);
        WriteList(writer, "token_logprobs"u8, entries, "logprob"u8);
        writer.WriteStartArray("top_logprobs"u8);
        Array.ForEach(entries, entry => WriteAlternatives(writer, entry));
        writer.WriteEndArray();
        writer.WriteStartArray("text_offset"u8);
        foreach (var entry in entries)
        {
            writer.WriteNumberValue(_offset);
            _offset += entry.FindText("token"u8)?.EnumerateRunes().Count() ?? 0;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement[] entries, ReadOnlySpan<byte> member)
    {
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            if (entry.Find(member) is { } value)
            {
                writer.WriteRaw(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    // Two tokens can be the same text in different bytes: the likelier, which comes first, is the one that is told.
    private static void WriteAlternatives(Utf8JsonWriter writer, JsonElement entry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var alternative in entry.FindItems("top_logprobs"u8))
        {
            if (alternative.FindText("token"u8) is { } token && alternative.Find("logprob"u8) is { } logprob && seen.Add(token))
            {
                writer.WritePropertyName(token);
                writer.WriteRaw(logprob);
            }
        }

        writer.WriteEndObject();
    }
}
