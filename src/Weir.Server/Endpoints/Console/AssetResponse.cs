using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Weir.Server.Endpoints.Console;

/// <summary>Answers a GET or HEAD request with a file of the console, in the smallest form that its sender takes.</summary>
internal static class AssetResponse
{
    public static async Task WriteAsync(HttpContext context, ConsoleAsset asset)
    {
        // Weak: it stands for the compressed forms too.
        var tag = new EntityTagHeaderValue(asset.Tag, isWeak: true);
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = asset.CacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        if (asset.Type.IsText)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        var headers = context.Request.GetTypedHeaders();
        if (headers.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (body, encoding) = Choose(asset, headers.AcceptEncoding);
        response.ContentType = asset.Type.ContentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (byte[] Body, string? Encoding) Choose(ConsoleAsset asset, IList<StringWithQualityHeaderValue> accepted)
    {
        if (Takes("br") && asset.Brotli is { } brotli)
        {
            return (brotli, "br");
        }

        return Takes("gzip") && asset.Gzip is { } gzip ? (gzip, "gzip") : (asset.Content, null);

        bool Takes(string encoding) => accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
    }
}
