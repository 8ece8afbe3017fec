using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Weir.Providers.OpenAiCompatible;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.OpenAiCompatible;

/// <summary>Answers and errors of the dialect that most providers speak.</summary>
public sealed class OpenAiCompatibleProviderTests
{
    private readonly OpenAiCompatibleProvider _provider = new();

    [Theory]
    [InlineData("""{"error":{"message":"No such model","type":"invalid_request_error","param":null,"code":"model_not_found"}}""", "No such model", "model_not_found")]
    [InlineData("""{"error":{"message":"m","type":"t","code":null}}""", "m", "t")]
    [InlineData("""{"error":{"message":"m","code":429}}""", "m", "429")]
    [InlineData("""{"request_id":"r","nested":{"error":"no"},"error":{"message":"m"}}""", "m", null)]
    [InlineData("""{"error":"just text"}""", "just text", null)]
    [InlineData("""{"error":null,"message":"m","code":"c"}""", "m", "c")]
    [InlineData("""{"message":"m","type":"t"}""", "m", "t")]
    [InlineData("""{"error":{}}""", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    [InlineData("42", null, null)]
    [InlineData("\"text\"", "text", null)]
    [InlineData("", null, null)]
    [InlineData("  \r\n ", null, null)]
    [InlineData("<html>\n<h1>502 Bad Gateway</h1></html>\n", "<html>\n<h1>502 Bad Gateway</h1></html>", null)]
    [InlineData("""{"error":{"message":"cut sho""", """{"error":{"message":"cut sho""", null)]
    [InlineData("""{"error":{"message":"m","code":"c"}} trailing""", "m", "c")]
    [InlineData("""{"error":{"message":"half \ud83d","\ud83d":1},"\ud83d":1}""", "half \uFFFD", null)]
    public void ReadError_Body_SaysWhatItHolds(string body, string? message, string? code)
    {
        var error = _provider.ReadError(Utf8(body));

        Assert.Equal((message, code), (error.Message, error.Code));
    }

    [Fact]
    public void ReadError_LongPage_IsCut() => Assert.Equal(200, _provider.ReadError(Utf8("<html>" + new string('x', 5000))).Message!.Length);

    [Fact]
    public void ReadError_AnyBytes_NeverThrows()
    {
        var random = new Random(99);
        var sample = Utf8("""{"a":[{"error":1}],"error":{"message":"é😀\ud83d","code":5,"type":null}}""");
        for (var round = 0; round < 5000; round++)
        {
            var bytes = sample[..random.Next(sample.Length + 1)];
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            _ = _provider.ReadError(bytes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Read_Stream_GivesItsEventsUpToTheEndMark(int chunk)
    {
        var events = await ReadAsync(": hi\n\ndata: {\"n\":1}\n\ndata: {\"n\":2}\r\n\r\ndata: [DONE]\n\ndata: {\"n\":3}\n\n", streamed: true, chunk);

        Assert.Equal([(StreamEventKind.Chunk, """{"n":1}"""), (StreamEventKind.Chunk, """{"n":2}"""), (StreamEventKind.End, "")], events);
    }

    [Fact]
    public async Task Read_StreamWithoutEndMark_EndsWithoutOne() =>
        Assert.Equal([(StreamEventKind.Chunk, "{}")], await ReadAsync("data: {}\n\ndata: {\"cut\":", streamed: true, 5));

    [Theory]
    [InlineData("")]
    [InlineData("{ \"n\": 1 }")]
    public async Task Read_Whole_IsOneEvent(string body) => Assert.Equal([(StreamEventKind.Completion, body)], await ReadAsync(body, streamed: false, 3));

    [Fact]
    public void Registry_Dialects_AreFoundByName()
    {
        Assert.Same(ProviderRegistry.Find("openai"), ProviderRegistry.Find("openai"));
        Assert.Null(ProviderRegistry.Find("OpenAI"));
    }

    private async Task<List<(StreamEventKind Kind, string Json)>> ReadAsync(string body, bool streamed, int chunk)
    {
        var events = new List<(StreamEventKind, string)>();
        await foreach (var item in _provider.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(body), chunk), streamed, CancellationToken.None))
        {
            events.Add((item.Kind, Text(item.Json)));
        }

        return events;
    }
}
