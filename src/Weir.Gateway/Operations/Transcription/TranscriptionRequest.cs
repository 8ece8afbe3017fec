using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Transcription;

/// <summary>Reads a request for a transcription; one that came as a form has been written as JSON before.</summary>
/// <remarks><code>{"model":"acme/ear","input_audio":{"data":"UklGRg…","format":"wav"},"language":"en","response_format":"verbose_json"}</code></remarks>
public static class TranscriptionRequest
{
    private const string Example = """{"model":"author/slug","input_audio":{"data":"<base64>","format":"wav"}}""";

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example) with { Stream = false };
        _ = RequestCheck.OneOf(request, "response_format", "json", "verbose_json");
        _ = RequestCheck.Text(request, "language");
        RequestCheck.ProviderOptions(request);
        if (Sound(request).Length == 0)
        {
            throw RequestCheck.Invalid("'input_audio' is missing or empty. Send {\"data\": \"<base64>\", \"format\": \"wav\"}, or a form with 'file'.");
        }

        if (FormatOf(request).Length == 0)
        {
            throw RequestCheck.Invalid("'input_audio.format' is missing. Name the format of the audio, for example \"wav\" or \"mp3\".");
        }

        return request;
    }

    /// <summary>The audio; empty when the request has none that is base64.</summary>
    public static byte[] Sound(ModelRequest request)
    {
        var data = Member(request, "data");
        if (data.IsEmpty)
        {
            return [];
        }

        var reader = new Utf8JsonReader(data.Span);
        _ = reader.Read();
        return reader.TokenType == JsonTokenType.String && Bytes(reader) is { } bytes
            ? bytes
            : throw RequestCheck.Invalid("'input_audio.data' must be plain base64, without a \"data:\" prefix and without line ends.");
    }

    // Some clients escape the plus sign; a text with escapes may hold half a surrogate pair, on which the reader's own method throws.
    private static byte[]? Bytes(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.TryGetBytesFromBase64(out var plain) ? plain : null;
        }

        var text = WireText.Read(reader);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>Name of the audio's format, such as <c>wav</c>; empty when the request has none.</summary>
    public static string FormatOf(ModelRequest request)
    {
        var format = Member(request, "format");
        if (format.IsEmpty)
        {
            return "";
        }

        var reader = new Utf8JsonReader(format.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : "";
    }

    private static ReadOnlyMemory<byte> Member(ModelRequest request, string name)
    {
        var audio = request.Value("input_audio");
        if (audio.IsEmpty)
        {
            return default;
        }

        var reader = new Utf8JsonReader(audio.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return default;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = WireText.Read(reader) == name;
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isIt)
            {
                return audio[start..(int)reader.BytesConsumed];
            }
        }

        return default;
    }
}
