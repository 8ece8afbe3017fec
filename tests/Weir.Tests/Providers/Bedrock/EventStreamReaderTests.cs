using System.Buffers.Binary;
using System.Text;
using Weir.Providers.Bedrock;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Providers.Bedrock;

/// <summary>The framing of event streams: whole messages however they arrive, and no damage unseen.</summary>
public sealed class EventStreamReaderTests
{
    // Encoded by AWS's JavaScript codec: text headers among one of every other type.
    private const string Foreign =
        "AAAA+QAAALd1A8tqDTptZXNzYWdlLXR5cGUHAAVldmVudAN5ZXMAAm5vAQRieXRlAvsFc2hvcnQD/tQDaW50BAABEXAEbG9uZwUAAAABKgXyAAVieXRlcwYAA2FiYw"
        + "R0aW1lCAAAAYvP5WgABHV1aWQJASNFZ4mrze8BI0VniavN7ws6ZXZlbnQtdHlwZQcAEWNvbnRlbnRCbG9ja0RlbHRhDTpjb250ZW50LXR5cGUHABBhcHBsaW"
        + "NhdGlvbi9qc29ueyJkZWx0YSI6eyJ0ZXh0IjoiR3LDvMOfZSJ9LCJjb250ZW50QmxvY2tJbmRleCI6MH01vWl7";

    private static readonly byte[] Sample =
        [.. EventStreamFrames.Event("a", "{\"x\":1}"), .. EventStreamFrames.Event("b", ""), .. EventStreamFrames.Event("c", new string('y', 500))];

    [Fact]
    public async Task Read_MessageOfAnotherEncoder_IsWhatItSays()
    {
        await using var reader = new EventStreamReader(new MemoryStream(Convert.FromBase64String(Foreign)));

        Assert.True(await reader.ReadAsync(CancellationToken.None));

        Assert.Equal(("event", "contentBlockDelta"), (reader.Message.Kind, reader.Message.Type));
        Assert.Equal("""{"delta":{"text":"Grüße"},"contentBlockIndex":0}""", Encoding.UTF8.GetString(reader.Message.Payload.Span));
        Assert.False(await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_AnyPieces_GiveTheSameMessages()
    {
        var random = new Random(11);
        var messages = Enumerable.Range(0, 60)
            .Select(index => (Type: $"t{index}", Payload: new string((char)('a' + (index % 26)), random.Next(40_000))))
            .ToArray();
        var bytes = messages.SelectMany(message => EventStreamFrames.Event(message.Type, message.Payload)).ToArray();

        foreach (var chunk in (int[])[1, 7, 12, 16, 4096, 100_000])
        {
            Assert.Equal(messages.Select(message => $"{message.Type} {message.Payload}"), await ReadAsync(new ChunkedStream(bytes, chunk)));
        }
    }

    [Fact]
    public async Task Read_StreamCutAnywhere_IsNeverASilentEnd()
    {
        int[] ends = [0, EventStreamFrames.Event("a", "{\"x\":1}").Length, Sample.Length - EventStreamFrames.Event("c", new string('y', 500)).Length];
        for (var length = 0; length < Sample.Length; length++)
        {
            var cut = new MemoryStream(Sample, 0, length);
            if (ends.Contains(length))
            {
                Assert.Equal(Array.IndexOf(ends, length), (await ReadAsync(cut)).Count);
                continue;
            }

            _ = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(cut));
        }
    }

    [Fact]
    public async Task Read_AnyBitFlipped_IsFound()
    {
        for (var bit = 0; bit < Sample.Length * 8; bit++)
        {
            var damaged = Sample.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            _ = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new MemoryStream(damaged)));
        }
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(100, 85)]
    [InlineData(17 * 1024 * 1024, 0)]
    [InlineData(-1, 0)]
    [InlineData(2 * 1024 * 1024, 1024 * 1024)]
    [InlineData(100, -1)]
    public async Task Read_ImpossibleLength_IsRefusedBeforeItIsReadFor(int total, int headers)
    {
        var frame = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(frame, total);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers);
        EventStreamFrames.Seal(frame);

        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new MemoryStream(frame)));

        Assert.Contains(((uint)total).ToString(System.Globalization.CultureInfo.InvariantCulture), wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 5, (byte)'a' })]
    [InlineData(new byte[] { 1, (byte)'a' })]
    [InlineData(new byte[] { 1, (byte)'a', 10 })]
    [InlineData(new byte[] { 1, (byte)'a', 7, 0 })]
    [InlineData(new byte[] { 1, (byte)'a', 7, 0, 2, (byte)'b' })]
    [InlineData(new byte[] { 1, (byte)'a', 9, 1, 2 })]
    public async Task Read_HeadersThatDoNotFit_AreRefused(byte[] headers) =>
        _ = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new MemoryStream(EventStreamFrames.Frame(headers, []))));

    private static async Task<List<string>> ReadAsync(Stream stream)
    {
        var messages = new List<string>();
        await using var reader = new EventStreamReader(stream);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            messages.Add($"{reader.Message.Type} {Encoding.UTF8.GetString(reader.Message.Payload.Span)}");
        }

        return messages;
    }
}
