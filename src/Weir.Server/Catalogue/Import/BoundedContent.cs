namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a document to its end, or to its bound.</summary>
internal static class BoundedContent
{
    /// <summary>A document with all its pages.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <param name="body">What is read.</param>
    /// <param name="most">Bytes that may be in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">There is more in it.</exception>
    public static async Task<MemoryStream> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (content.Length + count > most)
            {
                throw new InvalidDataException($"it is larger than {MostBytes / (1024 * 1024)} MiB");
            }

            content.Write(buffer, 0, count);
        }

        return content;
    }
}
