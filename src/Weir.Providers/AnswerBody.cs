using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Weir.Providers;

/// <summary>Reads the bytes of answers, up to bounds that no answer of a model comes near.</summary>
internal static class AnswerBody
{
    /// <summary>Bytes of one event of a stream.</summary>
    public const int LargestEvent = 16 * 1024 * 1024;

    private const int InitialBody = 16 * 1024;
    private const int LargestBody = 64 * 1024 * 1024;

    /// <summary>The same JSON as valid UTF-8: a server that cuts text between the bytes of a character sends pieces that no client can read.</summary>
    public static ReadOnlyMemory<byte> ValidUtf8(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

    /// <summary>A whole body.</summary>
    /// <exception cref="InvalidDataException">It is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(InitialBody);
        try
        {
            int read;
            var length = 0;
            while ((read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > LargestBody)
                {
                    throw new InvalidDataException($"The answer is larger than {LargestBody} bytes.");
                }

                buffer = length < buffer.Length ? buffer : Double(buffer);
            }

            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Double(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
