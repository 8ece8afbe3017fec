using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Bedrock;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.Bedrock;

/// <summary>What golden files cannot show: signatures, headers of a caller, answers made of anything at all.</summary>
public sealed class BedrockProviderTests
{
    private static readonly string[] Stream =
    [
        "messageStart\t{\"role\":\"assistant\"}",
        "contentBlockStart\t{\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"f\"}},\"contentBlockIndex\":1}",
        "contentBlockDelta\t{\"delta\":{\"toolUse\":{\"input\":\"{}\"}},\"contentBlockIndex\":1}",
        "contentBlockDelta\t{\"delta\":{\"reasoningContent\":{\"text\":\"é😀\"}},\"contentBlockIndex\":2}",
        "contentBlockDelta\t{\"delta\":{\"citation\":{\"location\":{\"web\":{\"url\":\"u\"}}}},\"contentBlockIndex\":3}",
        "contentBlockStop\t{\"contentBlockIndex\":3}",
        "messageStop\t{\"stopReason\":\"end_turn\"}",
        "metadata\t{\"usage\":{\"inputTokens\":9223372036854775807,\"outputTokens\":1,\"cacheReadInputTokens\":9223372036854775807}}",
    ];

    private readonly BedrockProvider _provider = new();

    [Fact]
    public void Translate_AccessKey_SignsForTheRegionOfTheAddressAtTheTimeOfTheCall()
    {
        var request = _provider.Translate(Call("{}", "us.amazon.nova-lite-v1:0", "AKIATEST:secret"));

        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        Assert.Equal("20260304T050607Z", headers["x-amz-date"]);
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKIATEST/20260304/eu-west-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, ",
            headers["Authorization"],
            StringComparison.Ordinal);
        Assert.DoesNotContain("x-amz-security-token", headers.Keys);
    }

    [Fact]
    public void Translate_NoCredential_IsNotSigned() =>
        Assert.DoesNotContain(_provider.Translate(Call("{}", "amazon.nova-lite-v1:0", null)).Headers, header => header.Key is "Authorization" or "x-amz-date");

    [Theory]
    [InlineData(
        "us.anthropic.claude-sonnet-4-20250514-v1:0",
        "interleaved-thinking-2025-05-14, structured-outputs-2025-11-13,context-1m-2025-08-07,",
        "interleaved-thinking-2025-05-14 context-1m-2025-08-07")]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0", "structured-outputs-2025-11-13", "")]
    [InlineData("us.amazon.nova-lite-v1:0", "context-1m-2025-08-07", "")]
    public void Translate_FeaturesOfAnthropic_AreThoseThatBedrockKnows(string model, string asked, string sent)
    {
        using var body = JsonDocument.Parse(_provider.Translate(Call("{}", model, null) with { AnthropicBeta = asked }).Body);

        var features = body.RootElement.TryGetProperty("additionalModelRequestFields", out var fields) && fields.TryGetProperty("anthropic_beta", out var list)
            ? string.Join(' ', list.EnumerateArray().Select(item => item.GetString()))
            : "";
        Assert.Equal(sent, features);
    }

    [Theory]
    [InlineData("\"temperature\":1e999,\"top_p\":-1e999,\"top_k\":1e300,\"max_tokens\":7")]
    [InlineData("\"messages\":[{\"role\":\"user\",\"content\":[]}]")]
    [InlineData("\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\" \"}],\"reasoning_details\":[1,null,{}],\"tool_calls\":[]}]")]
    [InlineData("\"tools\":{},\"stop\":[1,null],\"response_format\":\"json\",\"reasoning\":[],\"cache_control\":{},\"service_tier\":7")]
    [InlineData("\"additionalModelRequestFields\":[1],\"tool_choice\":null,\"messages\":[{\"role\":\"system\",\"content\":\"\"}]")]
    public void Translate_OddValues_GivesJson(string members)
    {
        foreach (var model in (string[])["us.anthropic.claude-sonnet-4-6", "amazon.nova-2-lite-v1:0", "openai.gpt-oss-20b-1:0", "x"])
        {
            using var sent = JsonDocument.Parse(_provider.Translate(Call("{" + members + "}", model, null)).Body);
            Assert.Equal(JsonValueKind.Array, sent.RootElement.GetProperty("messages").ValueKind);
        }
    }

    [Fact]
    public async Task Read_MessagesMadeOfAnything_GiveJsonOrAreInvalid()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Stream.SelectMany(line => Shaken(line, random)).ToArray();
            await AssertReadableAsync(bytes[..random.Next(bytes.Length * 3 / 4, bytes.Length + 1)], streamed: true);
        }
    }

    [Fact]
    public async Task Read_WholeAnswerMadeOfAnything_GivesJsonOrIsInvalid()
    {
        var random = new Random(9);
        var sample = Utf8("""
            {"output":{"message":{"role":"assistant","content":[{"text":"é😀\ud83d"},{"toolUse":{"toolUseId":"a","name":"f","input":{"x":[1]}}},
             {"citationsContent":{"content":[{"text":"t"}],"citations":[{"location":{"web":{"url":"u"}}}]}}]}},
             "stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":2}}
            """);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = sample.ToArray();
            for (var change = random.Next(6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await AssertReadableAsync(bytes, streamed: false);
            _ = _provider.ReadError(bytes);
        }
    }

    [Fact]
    public async Task Read_CallsWithoutEnd_AreRefused()
    {
        var calls = Enumerable.Range(0, 1100)
            .Select(index => $"contentBlockStart\t{{\"start\":{{\"toolUse\":{{\"toolUseId\":\"a\",\"name\":\"f\"}}}},\"contentBlockIndex\":{index}}}");

        _ = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in _provider.ReadAsync(new MemoryStream(EventStreamFrames.OfLines(calls)), streamed: true, CancellationToken.None))
            {
            }
        });
    }

    // The same message with some bytes of its payload changed, and right checksums.
    private static byte[] Shaken(string line, Random random)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var payload = Encoding.UTF8.GetBytes(line[(tab + 1)..]);
        for (var change = random.Next(12) - 9; change > 0; change--)
        {
            payload[random.Next(payload.Length)] = (byte)random.Next(256);
        }

        var frame = EventStreamFrames.Event(line[..tab], new string(' ', payload.Length));
        payload.CopyTo(frame, frame.Length - 4 - payload.Length);
        EventStreamFrames.Seal(frame);
        return frame;
    }

    private static UpstreamCall Call(string json, string model, string? key)
    {
        const string Messages = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]";
        var request = json.Contains("messages", StringComparison.Ordinal) ? json : Messages + (json.Length > 2 ? "," : "") + json[1..];
        var endpoint = Endpoint(Provider() with { BaseUrl = new Uri("https://bedrock-runtime.eu-west-1.amazonaws.com/"), ApiKey = key });
        return new UpstreamCall { Request = Request(request), Endpoint = endpoint with { UpstreamModel = model }, Now = FakeTime.Start };
    }

    private async Task AssertReadableAsync(byte[] bytes, bool streamed)
    {
        try
        {
            await foreach (var item in _provider.ReadAsync(new ChunkedStream(bytes, 64), streamed, CancellationToken.None))
            {
                if (item.Kind != StreamEventKind.End)
                {
                    using var _ = JsonDocument.Parse(item.Json);
                }
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            // What the gateway counts as a broken answer.
        }
    }
}
