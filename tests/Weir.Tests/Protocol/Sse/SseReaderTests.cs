using System.Text;
using Weir.Protocol.Sse;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Protocol.Sse;

/// <summary>Server-sent events by the specification, however the bytes arrive.</summary>
public sealed class SseReaderTests
{
    private const int Bound = 64 * 1024;

    [Theory]
    [InlineData("data: a\n\n", "a")]
    [InlineData("data:a\n\n", "a")]
    [InlineData("data:  a \n\n", " a ")]
    [InlineData("data: a\r\rdata: b\r\r", "a|b")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n", "a|b")]
    [InlineData("data: a\n\r\ndata: b\r\n\n", "a|b")]
    [InlineData("\uFEFFdata: a\n\n", "a")]
    [InlineData("data: a\n\n\uFEFFdata: b\n\n", "a")]
    [InlineData("\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "b")]
    [InlineData(": comment\n\n:\n\ndata: a\n\n", "a")]
    [InlineData("data: a\n: between\ndata: b\n\n", "a\nb")]
    [InlineData("data: a\ndata: b\ndata: c\n\n", "a\nb\nc")]
    [InlineData("data\n\n", "")]
    [InlineData("data:\n\n", "")]
    [InlineData("data\ndata\n\n", "\n")]
    [InlineData("data:\ndata: b\n\n", "\nb")]
    [InlineData("dataset: a\n\n", null)]
    [InlineData(" data: a\n\n", null)]
    [InlineData("DATA: a\n\n", null)]
    [InlineData("id: 1\nretry: 5\nunknown\ndata: a\n\n", "a")]
    [InlineData("\n\n\n\r\r\n", null)]
    [InlineData("", null)]
    [InlineData("data: a", null)]
    [InlineData("data: a\n", null)]
    [InlineData("data: a\n\ndata: cut", "a")]
    [InlineData("data: a\n\ndata: cut\n", "a")]
    [InlineData("data: [DONE]\n\n", "[DONE]")]
    public async Task Read_Stream_GivesItsEvents(string stream, string? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        foreach (var chunk in (int[])[1, 2, 3, 7, 4096])
        {
            Assert.Equal(expected?.Split('|') ?? [], (await ReadAllAsync(bytes, chunk)).Select(item => item.Data));
        }
    }

    [Theory]
    [InlineData("event: message_start\ndata: a\n\n", "message_start")]
    [InlineData("event:message_start\ndata: a\n\n", "message_start")]
    [InlineData("event:  two\ndata: a\n\n", " two")]
    [InlineData("event: first\nevent: second\ndata: a\n\n", "second")]
    [InlineData("event: first\nevent\ndata: a\n\n", "")]
    [InlineData("event: lost\n\ndata: a\n\n", "")]
    [InlineData("data: a\nevent: behind\n\n", "behind")]
    [InlineData("eventual: x\ndata: a\n\n", "")]
    public async Task Read_EventField_IsItsType(string stream, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        foreach (var chunk in (int[])[1, 5, 4096])
        {
            Assert.Equal(expected, Assert.Single(await ReadAllAsync(bytes, chunk)).Type);
        }
    }

    [Fact]
    public async Task Read_CutAtEveryByte_GivesWhatCameWhole()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFFdata: {\"a\":\"ü😀\"}\r\n\r\n: hi\r\revent: x\ndata: one\ndata: two\n\ndata\n\ndata: [DONE]\n\n");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            for (var chunk = 1; chunk <= bytes.Length; chunk += 4)
            {
                Assert.Equal(SseOracle.Parse(bytes[..cut]), await ReadAllAsync(bytes[..cut], chunk));
            }
        }
    }

    [Theory]
    [InlineData(20260304)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task Read_RandomStreams_EqualTheOracle(int seed)
    {
        string[] parts = ["data", "data:", "data: ", "event: ", "event", ":", ": c", "x", "ü", "😀", "\uFEFF", " ", "\n", "\n", "\r", "\r\n", "\n\n", "id: 7", "id", "retry: 10", "data: [DONE]\n\n", "\0", new string('y', 300)];
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)]));
            var bytes = Encoding.UTF8.GetBytes(text);

            var events = await ReadAllAsync(bytes, random.Next(1, 50));

            Assert.Equal(SseOracle.Parse(bytes), events);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public async Task Read_EventLargerThanTheBuffer_Grows(int chunk)
    {
        var large = new string('é', 20_000);

        var events = await ReadAllAsync(Encoding.UTF8.GetBytes($"data: small\n\ndata: {large}\ndata: {large}\n\ndata: after\n\n"), chunk, 256 * 1024);

        Assert.Equal(["small", large + "\n" + large, "after"], events.Select(item => item.Data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task Read_ManyEvents_NeedNoMoreThanTheBound(int chunk)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $": comment {i}\n\ndata: {i}\n\n")));

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => i.ToString()), (await ReadAllAsync(bytes, chunk, 16 * 1024)).Select(item => item.Data));
    }

    [Theory]
    [InlineData("data: ")]
    [InlineData("")]
    public async Task Read_EventOverTheBound_IsRefused(string start)
    {
        var bytes = Encoding.UTF8.GetBytes("data: small\n\n" + start + new string('x', 2 * Bound));
        await using var reader = new SseReader(new ChunkedStream(bytes, 999), Bound);
        Assert.True(await reader.ReadAsync(CancellationToken.None));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadAsync(CancellationToken.None));

        Assert.Contains("65536 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Bound - 8, true)]
    [InlineData(Bound + 1, false)]
    public async Task Read_EventAtTheBound_IsTheLargest(int length, bool fits)
    {
        var bytes = Encoding.UTF8.GetBytes("data: " + new string('x', length - "data: ".Length) + "\n\n");

        var read = ReadAllAsync(bytes, 1000);

        if (fits)
        {
            Assert.Equal(length - "data: ".Length, Assert.Single(await read).Data.Length);
            return;
        }

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => read);
    }

    // Comments and foreign fields are no event: a stream may hold any amount of them.
    [Theory]
    [InlineData(": keep-alive\n")]
    [InlineData("id: 7\n")]
    [InlineData("retry: 10\r\n")]
    [InlineData("\n")]
    public async Task Read_MoreThanTheBoundOfWhatIsNoEvent_IsFine(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 2 * Bound / line.Length)) + "data: a\n\n");

        Assert.Equal("a", Assert.Single(await ReadAllAsync(bytes, 1000)).Data);
    }

    [Fact]
    public async Task Read_ManyDataLinesOverTheBound_AreRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("data: 0123456789\n", Bound / 8)) + "\n");

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAllAsync(bytes, 1000));
    }

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        await using var reader = new SseReader(new ChunkedStream([], 1), Bound);

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Dispose_Twice_ClosesTheStream()
    {
        var stream = new ChunkedStream("data: a\n\n"u8.ToArray(), 4);
        var reader = new SseReader(stream, Bound);

        await reader.DisposeAsync();
        await reader.DisposeAsync();

        Assert.False(stream.CanRead);
    }

    private static async Task<List<(string Type, string Data)>> ReadAllAsync(byte[] bytes, int chunk, int bound = Bound)
    {
        await using var reader = new SseReader(new ChunkedStream(bytes, chunk), bound);
        var events = new List<(string, string)>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            events.Add((reader.EventType, Encoding.UTF8.GetString(reader.Data.Span)));
        }

        return events;
    }
}
