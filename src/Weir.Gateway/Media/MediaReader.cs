using System.Net;

namespace Weir.Gateway.Media;

/// <summary>Reads the content of an answer, up to a bound, and finds out what it is.</summary>
internal static class MediaReader
{
    private const int ReadSize = 64 * 1024;

    /// <exception cref="MediaException">It is not what it should be.</exception>
    public static async Task<FetchedMedia> ReadAsync(HttpResponseMessage response, MediaKind kind, MediaOptions options, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new MediaException($"answered with status {(int)response.StatusCode}");
        }

        if (response.Content.Headers.ContentEncoding.FirstOrDefault(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } encoding)
        {
            throw new MediaException($"answered with compressed content ({encoding}) although it was asked not to");
        }

        var bytes = await ReadAllAsync(response.Content, options.LargestItem, cancellationToken);
        var declared = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        return new FetchedMedia(MediaSniffer.TypeOf(bytes.Span, kind, declared), bytes);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > largest)
        {
            throw TooLarge(largest);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[ReadSize];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (bytes.Length + read > largest)
            {
                throw TooLarge(largest);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static MediaException TooLarge(int largest) => new($"is larger than {largest / (1024 * 1024)} MiB");
}
