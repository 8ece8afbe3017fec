using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Weir.Server.Endpoints.Console;

/// <summary>One file of the built console, in memory: what it is, and its compressed forms, each made when it is first asked for.</summary>
internal sealed class ConsoleAsset
{
    // Smaller than this, a compressed form saves less than its header costs.
    private const int SmallestCompressed = 256;
    private const string OctetStream = "application/octet-stream";

    private static readonly FrozenDictionary<string, (string Type, bool IsText)> Types = new Dictionary<string, (string, bool)>
    {
        [".js"] = ("text/javascript; charset=utf-8", true),
        [".mjs"] = ("text/javascript; charset=utf-8", true),
        [".css"] = ("text/css; charset=utf-8", true),
        [".json"] = ("application/json", true),
        [".map"] = ("application/json", true),
        [".webmanifest"] = ("application/manifest+json", true),
        [".svg"] = ("image/svg+xml", true),
        [".txt"] = ("text/plain; charset=utf-8", true),
        [".png"] = ("image/png", false),
        [".ico"] = ("image/x-icon", false),
        [".woff2"] = ("font/woff2", false),
        [".woff"] = ("font/woff", false),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly byte[] _content;
    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;
    private readonly bool _isText;
    private readonly string _contentType;
    private readonly string _cacheControl;
    private readonly EntityTagHeaderValue _tag;

    /// <param name="path">As it is asked for, for example <c>/assets/index-1a2b.js</c>.</param>
    /// <param name="content">The file.</param>
    public ConsoleAsset(string path, byte[] content)
    {
        _content = content;
        (_contentType, _isText) = Types.GetValueOrDefault(Path.GetExtension(path), (OctetStream, false));
        _brotli = new Lazy<byte[]?>(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true)));
        _gzip = new Lazy<byte[]?>(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)));

        // The build names what is under /assets by its content.
        _cacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "public, max-age=600";

        // Weak: it stands for the compressed forms too.
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"", isWeak: true);
    }

    /// <summary>Answers a GET or HEAD request with this file, in the smallest form that its sender takes.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.ETag = _tag.ToString();
        response.Headers.CacheControl = _cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        if (_isText)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        var headers = context.Request.GetTypedHeaders();
        if (headers.IfNoneMatch.Any(known => known.Compare(_tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (body, encoding) = Choose(headers.AcceptEncoding);
        response.ContentType = _contentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (byte[] Body, string? Encoding) Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        if (Takes("br") && _brotli.Value is { } brotli)
        {
            return (brotli, "br");
        }

        return Takes("gzip") && _gzip.Value is { } gzip ? (gzip, "gzip") : (_content, null);

        bool Takes(string encoding) => accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
    }

    // Null: not worth it.
    private byte[]? Compress(Func<Stream, Stream> open)
    {
        if (!_isText || _content.Length < SmallestCompressed)
        {
            return null;
        }

        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
        {
            stream.Write(_content);
        }

        return compressed.Length < _content.Length ? compressed.ToArray() : null;
    }
}
