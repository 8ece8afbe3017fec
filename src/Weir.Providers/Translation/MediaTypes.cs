using System.Collections.Frozen;

namespace Weir.Providers.Translation;

/// <summary>Media types of what requests name otherwise: by a format or by the ending of a file.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>
    {
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["webp"] = "image/webp",
        ["gif"] = "image/gif",
        ["heic"] = "image/heic",
        ["wav"] = "audio/wav",
        ["mp3"] = "audio/mp3",
        ["aiff"] = "audio/aiff",
        ["aac"] = "audio/aac",
        ["ogg"] = "audio/ogg",
        ["flac"] = "audio/flac",
        ["m4a"] = "audio/m4a",
        ["pcm16"] = "audio/pcm",
        ["mp4"] = "video/mp4",
        ["mpeg"] = "video/mpeg",
        ["mov"] = "video/mov",
        ["webm"] = "video/webm",
        ["pdf"] = "application/pdf",
        ["txt"] = "text/plain",
        ["md"] = "text/markdown",
        ["csv"] = "text/csv",
        ["html"] = "text/html",
        ["json"] = "application/json",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a format name, such as the one of an audio part; null when it is unknown.</summary>
    public static string? OfFormat(string? format) => format is null ? null : ByEnding.GetValueOrDefault(format);

    /// <summary>The media type that the ending of a file name or of a URL's path suggests; null when it suggests none.</summary>
    public static string? OfName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var end = name.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? name : name[..end];
        var dot = path.LastIndexOf('.');
        return dot < 0 ? null : ByEnding.GetValueOrDefault(path[(dot + 1)..]);
    }
}
