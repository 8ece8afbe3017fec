using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

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

    /// <summary>In small letters, without parameters; empty when the URL names none.</summary>
    public string MediaType { get; }

    public ReadOnlySpan<byte> Base64 => _url.Utf8()[_dataStart..];

    /// <summary>Reads a string; null when it is a URL of another scheme, or no string.</summary>
    /// <exception cref="TranslationException">It is a data URL that is not base64.</exception>
    public static DataUrl? Read(JsonElement url)
    {
        var text = url.Utf8();
        if (text.Length < 5 || !Ascii.EqualsIgnoreCase(text[..5], "data:"u8))
        {
            return null;
        }

        var comma = text[..Math.Min(text.Length, LongestHead)].IndexOf((byte)',');
        var parts = comma < 0 ? [] : Encoding.UTF8.GetString(text[5..comma]).Split(';');
        return parts.Length > 1 && parts[^1].Trim().Equals("base64", StringComparison.OrdinalIgnoreCase)
            ? new DataUrl(url, parts[0].Trim().ToLowerInvariant(), comma + 1)
            : throw new TranslationException("A data URL is not base64. Write it as data:<media type>;base64,<data>.");
    }

    /// <summary>The content as UTF-8; null when it is not base64 or not text.</summary>
    public string? DecodeText()
    {
        var base64 = Base64.ToArray();
        if (System.Buffers.Text.Base64.DecodeFromUtf8InPlace(base64, out var length) != OperationStatus.Done)
        {
            return null;
        }

        return System.Text.Unicode.Utf8.IsValid(base64.AsSpan(0, length)) ? Encoding.UTF8.GetString(base64, 0, length) : null;
    }
}
