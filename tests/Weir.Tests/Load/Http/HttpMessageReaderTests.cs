using System.Text;
using Weir.Load.Http;
using Xunit;

namespace Weir.Tests.Load.Http;

public sealed class HttpMessageReaderTests
{
    private const string Whole = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length:  5\r\n\r\nhello";
    private const string Chunked = "HTTP/1.1 503 Oh\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nhel\r\n00A\r\nlo, weir!!\r\n0\r\n\r\n";

    [Theory]
    [InlineData(Whole, 200, "hello", false)]
    [InlineData(Chunked, 503, "hello, weir!!", true)]
    [InlineData("HTTP/1.1 204 No\r\n\r\n", 204, "", false)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", 0, "{}", false)]
    public void Read_CutAnywhere_ReadsTheSame(string message, int status, string body, bool closes)
    {
        var bytes = Encoding.ASCII.GetBytes(message);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var reader = new HttpMessageReader();
            var sink = new Sink();

            Assert.Equal(cut, reader.Read(bytes.AsSpan(0, cut), sink));
            Assert.Equal(bytes.Length - cut, reader.Read(bytes.AsSpan(cut), sink));

            Assert.True(reader.IsComplete);
            Assert.Equal((status, body, closes), (reader.Status, sink.Text, reader.Closes));
        }
    }

    [Fact]
    public void Read_TwoMessagesAtOnce_TakesTheFirst()
    {
        var bytes = Encoding.ASCII.GetBytes(Whole + Chunked);
        var reader = new HttpMessageReader();

        Assert.Equal(Whole.Length, reader.Read(bytes, null));
        reader.Reset();
        Assert.Equal(Chunked.Length, reader.Read(bytes.AsSpan(Whole.Length), null));

        Assert.Equal(503, reader.Status);
    }

    [Fact]
    public void Read_HeadWithoutEnd_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new HttpMessageReader().Read(new byte[40_000], null));

    private sealed class Sink : IBodySink
    {
        public string Text { get; private set; } = "";

        public void Take(ReadOnlySpan<byte> bytes) => Text += Encoding.ASCII.GetString(bytes);
    }
}
