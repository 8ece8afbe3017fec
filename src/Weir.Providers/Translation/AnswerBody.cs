namespace Weir.Providers.Translation;

/// <summary>Reads the whole body of a non-streamed answer, up to a bound.</summary>
internal static class AnswerBody
{
    private const int LargestBody = 64 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The body is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > LargestBody)
            {
                throw new InvalidDataException($"The answer is larger than {LargestBody} bytes.");
            }
        }

        return whole.ToArray();
    }
}
