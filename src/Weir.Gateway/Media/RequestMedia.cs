using System.Buffers.Text;
using System.Text;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Media;

/// <summary>The content behind the addresses of one request: fetched when the first candidate needs it, and shared by the ones after it.</summary>
/// <remarks>One request, one caller at a time. Bounded by <see cref="MediaOptions"/>.</remarks>
internal sealed class RequestMedia(MediaFetcher fetcher, ModelRequest request)
{
    private readonly IReadOnlyList<MediaReference> _references = MediaReferences.Find(request);
    private readonly Dictionary<string, FetchedMedia> _fetched = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>Whether the request names none.</summary>
    public bool IsEmpty => _references.Count == 0;

    /// <summary>The request that names them.</summary>
    public ModelRequest Request => request;

    /// <summary>The request as a dialect takes it, with data URLs in place of the addresses that it cannot fetch itself.</summary>
    /// <exception cref="GatewayException">400: an address is not fetched; the message names the part.</exception>
    public async ValueTask<ModelRequest> ForAsync(IOperationTranslator translator, CancellationToken cancellationToken)
    {
        if (_references.Where(reference => translator.NeedsContent(reference.Kind, reference.Url)).ToArray() is not { Length: > 0 } needed)
        {
            return request;
        }

        foreach (var reference in needed.DistinctBy(reference => reference.Url, StringComparer.Ordinal))
        {
            await FetchAsync(reference, cancellationToken);
        }

        var body = Splice(needed);
        return request with { Body = body, Members = RequestReader.Read(body, "").Members };
    }

    private async Task FetchAsync(MediaReference reference, CancellationToken cancellationToken)
    {
        if (_fetched.ContainsKey(reference.Url))
        {
            return;
        }

        try
        {
            if (_fetched.Count == fetcher.Options.MostItems)
            {
                throw new MediaException($"is one address too many: at most {fetcher.Options.MostItems} are fetched for a request");
            }

            var media = await fetcher.FetchAsync(reference.Url, reference.Kind, cancellationToken);
            _total += media.Bytes.Length;
            _fetched[reference.Url] = _total <= fetcher.Options.LargestTotal
                ? media
                : throw new MediaException($"makes the media of this request larger than {fetcher.Options.LargestTotal / (1024 * 1024)} MiB");
        }
        catch (MediaException refused)
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.InvalidRequest,
                $"'{reference.Path}' {refused.Message}: {Shown(reference.Url)}. Send the content itself as data:<media type>;base64,<data>."));
        }
    }

    // A caller knows the address; a log or trace reader need not see its signature.
    private static string Shown(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var plain = end < 0 ? url : url[..end];
        return plain.Length > 200 ? $"{plain[..200]}…" : plain;
    }

    private byte[] Splice(MediaReference[] needed)
    {
        var source = request.Body.Span;
        var urls = needed.OrderBy(reference => reference.Start).Select(reference => (reference, Media: _fetched[reference.Url])).ToArray();
        var size = source.Length + urls.Sum(url => HeadOf(url.Media).Length + 1L + Base64.GetMaxEncodedToUtf8Length(url.Media.Bytes.Length) - url.reference.Length);
        var body = new byte[size];
        int read = 0, written = 0;
        foreach (var (reference, media) in urls)
        {
            written += Copy(source[read..reference.Start], body.AsSpan(written));
            written += Encoding.ASCII.GetBytes(HeadOf(media), body.AsSpan(written));
            _ = Base64.EncodeToUtf8(media.Bytes.Span, body.AsSpan(written), out _, out var encoded);
            written += encoded;
            body[written++] = (byte)'"';
            read = reference.Start + reference.Length;
        }

        _ = Copy(source[read..], body.AsSpan(written));
        return body;
    }

    private static string HeadOf(FetchedMedia media) => $"\"data:{media.MediaType};base64,";

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
