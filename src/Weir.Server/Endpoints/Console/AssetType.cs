using System.Collections.Frozen;

namespace Weir.Server.Endpoints.Console;

/// <summary>What a file of the console is, by its extension.</summary>
/// <param name="ContentType">As the response says it.</param>
/// <param name="IsText">Whether compressing it helps.</param>
internal sealed record AssetType(string ContentType, bool IsText)
{
    private static readonly AssetType Unknown = new("application/octet-stream", IsText: false);

    private static readonly FrozenDictionary<string, AssetType> Types = new Dictionary<string, AssetType>
    {
        [".js"] = new("text/javascript; charset=utf-8", IsText: true),
        [".mjs"] = new("text/javascript; charset=utf-8", IsText: true),
        [".css"] = new("text/css; charset=utf-8", IsText: true),
        [".json"] = new("application/json", IsText: true),
        [".map"] = new("application/json", IsText: true),
        [".webmanifest"] = new("application/manifest+json", IsText: true),
        [".svg"] = new("image/svg+xml", IsText: true),
        [".txt"] = new("text/plain; charset=utf-8", IsText: true),
        [".png"] = new("image/png", IsText: false),
        [".ico"] = new("image/x-icon", IsText: false),
        [".woff2"] = new("font/woff2", IsText: false),
        [".woff"] = new("font/woff", IsText: false),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static AssetType Of(string path) => Types.GetValueOrDefault(Path.GetExtension(path), Unknown);
}
