using System.IO.Compression;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>The kinds of compression that exporters use.</summary>
internal static class OtlpCompression
{
    /// <summary>A stream without its compression; null for a kind of compression that is not known.</summary>
    public static Stream? Inflate(Stream stream, string encoding) => encoding.ToLowerInvariant() switch
    {
        "" or "identity" => stream,
        "gzip" => new GZipStream(stream, CompressionMode.Decompress),

        // HTTP's "deflate" is the zlib format.
        "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
        _ => null,
    };
}
