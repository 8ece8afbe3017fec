using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes log probabilities with everything that typed clients insist on.</summary>
/// <remarks>
/// <code>
/// {"content":[{"token":"Hi","logprob":-0.1,"bytes":null,"top_logprobs":[{"token":"Ho","logprob":-2}]}]}
/// {"token":"Hi","logprob":-0.1,"bytes":[],"top_logprobs":[{"token":"Ho","logprob":-2,"bytes":[]}]}
/// </code>
/// </remarks>
internal static class Logprobs
{
    /// <param name="logprobs">The member of a choice.</param>
    /// <returns>One entry a token.</returns>
    public static List<byte[]> Write(JsonElement logprobs) => [.. logprobs.FindItems("content"u8).Select(Entry)];

    private static byte[] Entry(JsonElement entry)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        WriteToken(entry, writer);
        writer.WriteStartArray("top_logprobs"u8);
        foreach (var alternative in entry.FindItems("top_logprobs"u8))
        {
            writer.WriteStartObject();
            WriteToken(alternative, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteToken(JsonElement entry, Utf8JsonWriter writer)
    {
        writer.WriteRaw("token"u8, entry.FindString("token"u8));
        writer.WriteRaw("logprob"u8, entry.Find("logprob"u8));
        if (entry.Find("bytes"u8) is { ValueKind: JsonValueKind.Array } bytes)
        {
            writer.WriteRaw("bytes"u8, bytes);
            return;
        }

        writer.WriteStartArray("bytes"u8);
        writer.WriteEndArray();
    }
}
