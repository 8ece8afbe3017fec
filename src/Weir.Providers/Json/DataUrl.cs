using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Weir.Providers.Json;

/// <summary>Media inside a request: the type, and where its base64 begins in the JSON string, which can be megabytes long.</summary>
/// <remarks><code>data:image/png;base64,iVBORw0KGgo=</code></remarks>
internal readonly record struct DataUrl
{
    private const int LongestHead = 256;

    private readonly JsonElement _url;
    private readonly int _dataStart;

    private DataUrl(JsonElement url, string mediaType, int dataStart)
    {
        _url = url;
        MediaType = mediaType;
        _dataStart = dataStart;
    }

    /// <summary>In small letters, without parameters.</summary>
    public string MediaType { get; }

    /// <summary>Reads a string; null when it is not a data URL in base64.</summary>
    public static DataUrl? Read(JsonElement url)
    {
        var text = Text(url);
        var head = text[..Math.Min(text.Length, LongestHead)];
        var comma = head.IndexOf((byte)',');
        if (comma < 0 || !Ascii.EqualsIgnoreCase(head[..Math.Min(head.Length, 5)], "data:"u8))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(head[5..comma]).Split(';');
        return parts.Length > 1 && parts[^1].Trim().Equals("base64", StringComparison.OrdinalIgnoreCase)
            ? new DataUrl(url, parts[0].Trim().ToLowerInvariant(), comma + 1)
            : null;
    }

    /// <summary>Writes the base64 as a member.</summary>
    public void WriteData(Utf8JsonWriter writer, ReadOnlySpan<byte> name) => writer.WriteString(name, Text(_url)[_dataStart..]);

    /// <summary>The content as UTF-8; null when it is not base64 or not text.</summary>
    public string? DecodeText()
    {
        var base64 = Text(_url)[_dataStart..].ToArray();
        if (Base64.DecodeFromUtf8InPlace(base64, out var length) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        return System.Text.Unicode.Utf8.IsValid(base64.AsSpan(0, length)) ? Encoding.UTF8.GetString(base64, 0, length) : null;
    }

    // Base64 needs no escapes; some writers escape the slash all the same.
    private static ReadOnlySpan<byte> Text(JsonElement url)
    {
        var raw = JsonMarshal.GetRawUtf8Value(url);
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(url.GetString()!) : raw[1..^1];
    }
}
