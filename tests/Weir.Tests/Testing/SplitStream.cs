namespace Weir.Tests.Testing;

/// <summary>A stream that gives its bytes in two reads.</summary>
internal sealed class SplitStream(byte[] bytes, int at) : MemoryStream(bytes, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Most(buffer.Length)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Most(buffer.Length)], cancellationToken);

    private int Most(int length) => Position < at ? Math.Min(length, at - (int)Position) : length;
}
