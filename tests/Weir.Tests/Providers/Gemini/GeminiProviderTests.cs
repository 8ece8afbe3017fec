using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Providers.Gemini;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.Gemini;

/// <summary>What the golden cases of the Gemini dialect cannot show: waits, and input that no vendor sends.</summary>
public sealed class GeminiProviderTests
{
    private readonly GeminiProvider _provider = new();

    [Theory]
    [InlineData("34.4s", 34_400)]
    [InlineData("0s", 0)]
    [InlineData("-1s", null)]
    [InlineData("1e300s", null)]
    [InlineData("soon", null)]
    public void ReadError_RetryDelay_IsAWait(string delay, int? expectedMs)
    {
        var error = _provider.ReadError(Utf8($$$"""{"error":{"code":429,"message":"m","details":[{"reason":"x"},{"retryDelay":"{{{delay}}}"}]}}"""));

        Assert.Equal(expectedMs, (int?)error.RetryAfter?.TotalMilliseconds);
    }

    [Fact]
    public void ReadError_AnyBytes_NeverThrows()
    {
        var random = new Random(7);
        var sample = Utf8("""[{"error":{"code":5,"message":"é😀\ud83d","status":null,"\ud83d":1,"details":[{"retryDelay":"1s","reason":3},4]}}]""");
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

    [Fact]
    public void Translate_NameWithHalfASurrogatePair_IsMended()
    {
        var call = new UpstreamCall { Request = Request("""{"messages":[{"\ud83d":1,"role":"user","content":"Hi"}]}"""), Endpoint = Endpoint() };

        var sent = _provider.Translate(call);

        Assert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Hi"}]}],"generationConfig":{}}""", Encoding.UTF8.GetString(sent.Body.Span));
    }

    [Theory]
    [InlineData("""{"candidates":7}""")]
    [InlineData("""{"candidates":[null,7,{"content":[],"index":"x","finishReason":4}],"usageMetadata":[],"promptFeedback":1}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[null,7,{"text":4},{"thought":true},{"inlineData":3},{"inlineData":{"mimeType":"x/y"}}]},"groundingMetadata":{"groundingSupports":[1],"groundingChunks":[null]}}]}""")]
    [InlineData("""{"candidates":[{"index":500}]}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"functionCall":{}}]}}]}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"audio/wav","data":"?"}}]}}]}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("[]")]
    public async Task ReadAsync_MembersOfWrongKinds_AreAnInvalidAnswerAtMost(string json)
    {
        try
        {
            await foreach (var item in _provider.ReadAsync(new MemoryStream(Utf8($"data: {json}\n\n")), streamed: true, CancellationToken.None))
            {
                Assert.NotEqual(StreamEventKind.End, item.Kind);
            }
        }
        catch (InvalidDataException)
        {
            // Counts as the upstream's fault.
        }
    }
}
