using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Protocols.Json;
using Weir.Tracing.Content;

namespace Weir.Gateway.Debugging;

/// <summary>Copies the body of an upstream request for the caller: without credentials, and with long texts cut.</summary>
internal static class EchoedBody
{
    private const int LongestText = 1_000;
    private const int MostBytes = 256 * 1024;

    /// <returns>A JSON object.</returns>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> body, IEnumerable<string> secrets)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(output, SentJson.WriterOptions);
        if (!TryCopy(body.Span, [.. secrets], writer))
        {
            writer.Reset();
            output.ResetWrittenCount();
            writer.WriteStartObject();
            writer.WriteString("omitted"u8, string.Create(CultureInfo.InvariantCulture, $"The request has {body.Length} bytes: too many, or no JSON object."));
            writer.WriteEndObject();
        }

        writer.Flush();
        return output.WrittenMemory;
    }

    // False when it is larger than what is shown, or no JSON object.
    private static bool TryCopy(ReadOnlySpan<byte> json, string[] secrets, Utf8JsonWriter writer)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                var written = writer.BytesCommitted + writer.BytesPending;
                if (written > MostBytes || (written == 0 && reader.TokenType != JsonTokenType.StartObject))
                {
                    return false;
                }

                CopyToken(reader, secrets, writer);
            }

            return writer.CurrentDepth == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void CopyToken(in Utf8JsonReader reader, string[] secrets, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(WireText.Read(reader));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(Cut(SecretScrubber.Scrub(WireText.Read(reader), secrets), reader.ValueSpan.Length));
                break;
            default:
                JsonTokens.Copy(reader, writer);
                break;
        }
    }

    private static string Cut(string text, int bytes)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({bytes} bytes)");
    }
}
