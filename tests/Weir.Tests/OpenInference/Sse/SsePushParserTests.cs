using System.Text;
using Weir.OpenInference;
using Weir.Tests.Protocol.Sse;
using Xunit;

namespace Weir.Tests.OpenInference.Sse;

public sealed class SsePushParserTests
{
    private const string Stream =
        "\uFEFF: comment\r\ndata: {\"a\":\"ü😀\"}\r\n\r\nevent: x\rid: 1\rdata:one\rdata:  two\r\rdata\n\ndatax: no\n\n:\n\ndata: [DONE]\n\n";

    private static readonly string[] Expected = ["{\"a\":\"ü😀\"}", "one\n two", "", "[DONE]"];

    [Fact]
    public void Push_CutAtEveryByte_GivesTheSameEvents()
    {
        var bytes = Encoding.UTF8.GetBytes(Stream);

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(Expected, Parse(bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray()));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Push_SlicesOfOneSize_GiveTheSameEvents(int size)
    {
        Assert.Equal(Expected, Parse([.. Encoding.UTF8.GetBytes(Stream).Chunk(size)]));
    }

    [Theory]
    [InlineData("data: a\n\ndata: b", new[] { "a", "b" })]
    [InlineData("data: a\n\ndata: b\n", new[] { "a", "b" })]
    [InlineData("data: a\n\nevent: b", new[] { "a" })]
    [InlineData("", new string[0])]
    public void Complete_OpenEvent_IsDelivered(string stream, string[] expected)
    {
        Assert.Equal(expected, Parse(Encoding.UTF8.GetBytes(stream)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Push_RandomStreams_EqualTheOracle(int seed)
    {
        string[] parts = ["data", "data:", "data: ", "event: ", ":", "x", "ü", "😀", "\uFEFF", " ", "\n", "\n", "\r", "\r\n", "\n\n", "id: 7", "retry: 1", new string('y', 300)];
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)])));

            var seen = Parse([.. Slices(bytes, random)]);

            // What Complete delivers is the event that the stream's end leaves open: to the oracle, one more empty line.
            Assert.Equal(SseOracle.Parse([.. bytes, (byte)'\n', (byte)'\n']).Select(item => item.Data), seen);
        }
    }

    [Fact]
    public void Push_EventLongerThanBound_IsLeftOutAndTheNextIsNot()
    {
        var seen = new List<string>();
        var parser = new SsePushParser(data => seen.Add(Encoding.UTF8.GetString(data)), maxEventBytes: 16);

        foreach (var slice in Encoding.UTF8.GetBytes("data: 0123456789012345678901234567890\n\ndata: a\ndata: 01234567890123456\n\ndata: ok\n\n").Chunk(5))
        {
            parser.Push(slice);
        }

        Assert.Equal(["ok"], seen);
    }

    private static IEnumerable<byte[]> Slices(byte[] bytes, Random random)
    {
        for (var from = 0; from < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, 20), bytes.Length - from);
            yield return bytes[from..(from + length)];
            from += length;
        }
    }

    private static List<string> Parse(params byte[][] slices)
    {
        var seen = new List<string>();
        var parser = new SsePushParser(data => seen.Add(Encoding.UTF8.GetString(data)));
        foreach (var slice in slices)
        {
            parser.Push(slice);
        }

        parser.Complete();
        return seen;
    }
}
