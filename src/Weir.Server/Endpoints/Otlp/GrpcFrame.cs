using System.Buffers.Binary;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>What stands before a gRPC message: whether it is compressed, and how long it is.</summary>
/// <remarks><code>00 | 00 00 00 05 | 68 65 6c 6c 6f</code></remarks>
internal readonly record struct GrpcFrame(bool IsCompressed, uint Length)
{
    public const int HeadBytes = 5;

    /// <summary>Reads the head of a message; null when there is none.</summary>
    public static async Task<GrpcFrame?> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[HeadBytes];
        return await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken) == HeadBytes
            ? new GrpcFrame(head[0] != 0, BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(1)))
            : null;
    }

    /// <summary>Writes a message, not compressed.</summary>
    public static async Task WriteAsync(Stream stream, byte[] message, CancellationToken cancellationToken)
    {
        var frame = new byte[HeadBytes + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, HeadBytes);
        await stream.WriteAsync(frame, cancellationToken);
    }
}
