using System.Text;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>A data URL in its parts.</summary>
/// <remarks><code>data:image/png;base64,iVBORw0KGgo=</code></remarks>
internal readonly ref struct DataUrl
{
    private DataUrl(string mediaType, ReadOnlySpan<byte> base64)
    {
        MediaType = mediaType;
        Base64 = base64;
    }

    /// <summary>Without parameters; empty when the URL names none.</summary>
    public string MediaType { get; }

    public ReadOnlySpan<byte> Base64 { get; }

    /// <returns>False when the URL is of another scheme.</returns>
    /// <exception cref="TranslationException">It is a data URL that is not base64.</exception>
    public static bool TryParse(ReadOnlySpan<byte> url, out DataUrl parsed)
    {
        parsed = default;
        if (url.Length < 5 || !Ascii.EqualsIgnoreCase(url[..5], "data:"u8))
        {
            return false;
        }

        var comma = url.IndexOf((byte)',');
        var head = comma < 0 ? default : url[5..comma];
        if (!head.EndsWith(";base64"u8))
        {
            throw new TranslationException("A data URL is not base64. Write it as data:<media type>;base64,<data>.");
        }

        var parameters = head.IndexOf((byte)';');
        parsed = new DataUrl(Encoding.UTF8.GetString(head[..parameters]), url[(comma + 1)..]);
        return true;
    }
}
