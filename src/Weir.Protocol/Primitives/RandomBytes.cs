using System.Security.Cryptography;

namespace Weir.Protocol.Primitives;

/// <summary>Unguessable bytes for ids, taken from the system's generator many at a time: asking it for each id costs more than the id.</summary>
/// <remarks>For names that others see. What is secret (keys, tokens, nonces) is asked for by itself and lies in no buffer.</remarks>
internal static class RandomBytes
{
    private const int BufferBytes = 1024;

    [ThreadStatic]
    private static byte[]? s_buffer;

    [ThreadStatic]
    private static int s_left;

    /// <summary>Fills a span; no byte is handed out twice.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (bytes.Length > BufferBytes)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        var buffer = s_buffer ??= new byte[BufferBytes];
        if (s_left < bytes.Length)
        {
            RandomNumberGenerator.Fill(buffer);
            s_left = BufferBytes;
        }

        var taken = buffer.AsSpan(s_left - bytes.Length, bytes.Length);
        taken.CopyTo(bytes);
        taken.Clear();
        s_left -= bytes.Length;
    }
}
