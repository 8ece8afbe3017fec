using System.Text;
using System.Text.Unicode;

namespace Weir.Providers;

/// <summary>Reads the bytes of answers, up to bounds that no answer of a model comes near.</summary>
internal static class AnswerBody
{
    /// <summary>Bytes of one event of a stream.</summary>
    public const int LargestEvent = 16 * 1024 * 1024;

    private const int LargestBody = 64 * 1024 * 1024;

    /// <summary>The same JSON as valid UTF-8: a server that cuts text between the bytes of a character sends pieces that no client can read.</summary>
    public static ReadOnlyMemory<byte> ValidUtf8(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

    /// <summary>A whole body.</summary>
    /// <exception cref="InvalidDataException">It is larger than the bound.</exception>
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
