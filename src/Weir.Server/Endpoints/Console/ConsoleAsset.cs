using System.IO.Compression;
using System.Security.Cryptography;

namespace Weir.Server.Endpoints.Console;

/// <summary>One file of the built console, in memory, with its compressed forms, each made when it is first asked for.</summary>
internal sealed class ConsoleAsset
{
    // Smaller than this, a compressed form saves less than its header costs.
    private const int SmallestCompressed = 256;

    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;

    /// <param name="path">As it is asked for, for example <c>/assets/index-1a2b.js</c>.</param>
    /// <param name="content">The file.</param>
    public ConsoleAsset(string path, byte[] content)
    {
        Content = content;
        Type = AssetType.Of(path);
        _brotli = new Lazy<byte[]?>(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true)));
        _gzip = new Lazy<byte[]?>(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)));

        // The build names what is under /assets by its content.
        CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "public, max-age=600";
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
    }

    public byte[] Content { get; }

    public AssetType Type { get; }

    public string CacheControl { get; }

    /// <summary>Stands for the content in every form, in quotes.</summary>
    public string Tag { get; }

    /// <summary>Null: not worth it.</summary>
    public byte[]? Brotli => _brotli.Value;

    /// <summary>Null: not worth it.</summary>
    public byte[]? Gzip => _gzip.Value;

    private byte[]? Compress(Func<Stream, Stream> open)
    {
        if (!Type.IsText || Content.Length < SmallestCompressed)
        {
            return null;
        }

        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
        {
            stream.Write(Content);
        }

        return compressed.Length < Content.Length ? compressed.ToArray() : null;
    }
}
