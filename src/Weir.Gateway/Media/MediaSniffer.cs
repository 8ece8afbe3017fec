using System.Text;
using System.Text.Unicode;

namespace Weir.Gateway.Media;

/// <summary>Says what content really is, by its first bytes: what a server declares counts only for text, which has none of its own.</summary>
internal static class MediaSniffer
{
    private const string Image = "image/";
    private const string Video = "video/";

    /// <exception cref="MediaException">The content is not of the kind.</exception>
    public static string TypeOf(ReadOnlySpan<byte> bytes, MediaKind kind, string? declared)
    {
        if (bytes.IsEmpty)
        {
            throw new MediaException("is empty");
        }

        var type = OfImage(bytes) ?? OfVideo(bytes) ?? OfDocument(bytes, declared);
        var fits = type is not null && kind switch
        {
            MediaKind.Image => type.StartsWith(Image, StringComparison.Ordinal),
            MediaKind.Video => type.StartsWith(Video, StringComparison.Ordinal),
            _ => true,
        };
        return fits ? type! : throw new MediaException($"is {type ?? "content of an unknown type"}{Declared(declared)}; {Wanted(kind)}");
    }

    private static string? OfImage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return "image/gif";
        }

        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
        {
            return "image/webp";
        }

        return Brand(bytes) switch
        {
            "heic" or "heix" or "hevc" or "mif1" => "image/heic",
            "avif" => "image/avif",
            _ => null,
        };
    }

    private static string? OfVideo(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            return bytes[..Math.Min(bytes.Length, 64)].IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xB3]))
        {
            return "video/mpeg";
        }

        return Brand(bytes) switch
        {
            null or "M4A " => null,
            "qt  " => "video/quicktime",
            _ => "video/mp4",
        };
    }

    // An office document is a zip, or the container before it; which one, only the server can say.
    private static string? OfDocument(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return "application/pdf";
        }

        var isOffice = bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        if (isOffice)
        {
            return declared is "application/msword" or "application/vnd.ms-excel" || declared?.StartsWith("application/vnd.openxmlformats-officedocument.", StringComparison.Ordinal) == true
                ? declared
                : null;
        }

        var isText = declared?.StartsWith("text/", StringComparison.Ordinal) == true || declared is "application/json" or "application/xml";
        return isText && Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? declared : null;
    }

    // The container of MPEG-4 and its relatives: four bytes of size, "ftyp", four letters.
    private static string? Brand(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) ? Encoding.ASCII.GetString(bytes[8..12]) : null;

    private static string Declared(string? declared) => declared is null ? "" : $" (declared as '{(declared.Length > 100 ? declared[..100] : declared)}')";

    private static string Wanted(MediaKind kind) => kind switch
    {
        MediaKind.Image => "it must be a PNG, JPEG, GIF, WebP, HEIC or AVIF image",
        MediaKind.Video => "it must be an MP4, MOV, WebM, MKV or MPEG video",
        _ => "it must be a PDF, an image, an office document or UTF-8 text",
    };
}
