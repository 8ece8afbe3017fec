using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Weir.Server.Tests.Testing;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A chat completion that Amazon Bedrock answers: signed requests, binary event streams, what the client gets and what it costs.</summary>
public sealed class BedrockUpstreamTests
{
    private const string Request = """{"model":"acme/claude","messages":[{"role":"user","content":"Hé"}]}""";
    private const string Arn = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private const string EscapedArn = "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.anthropic.claude-haiku-4-5-20251001-v1%3A0";
    private const string Secret = "bedrock/secret+key";
    private const string Token = "bedrock/session+token==";
    private const string Credential =
        $$$"""{\"accessKeyId\":\"ASIATEST\",\"secretAccessKey\":\"{{{Secret}}}\",\"sessionToken\":\"{{{Token}}}\",\"region\":\"eu-west-1\"}""";
    private const string Usage = """{"inputTokens":10,"outputTokens":5,"totalTokens":65,"cacheReadInputTokens":30,"cacheWriteInputTokens":20}""";
    private const string Whole =
        $$$"""{"output":{"message":{"role":"assistant","content":[{"text":"Hello world"}]}},"stopReason":"end_turn","usage":{{{Usage}}}}""";

    // 10 x 0.000001 + 20 x 0.00000125 written + 30 x 0.0000001 read + 5 x 0.000002 dollars.
    private const string Cost = "0.000048";

    private static readonly string[] Stream =
    [
        "messageStart\t{\"role\":\"assistant\"}",
        "contentBlockDelta\t{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hello\"}}",
        "contentBlockDelta\t{\"contentBlockIndex\":0,\"delta\":{\"text\":\" world\"}}",
        "contentBlockStop\t{\"contentBlockIndex\":0}",
        "messageStop\t{\"stopReason\":\"end_turn\"}",
        $"metadata\t{{\"usage\":{Usage}}}",
    ];

    private static string Streamed => Request[..^1] + ",\"stream\":true}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_IsSignedOverWhatArrives(bool streamed)
    {
        var target = "";
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            await Answer(streamed)(context);
        });
        await using var server = await StartAsync(upstream, Credential);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        _ = await response.Content.ReadAsStringAsync();

        var sent = Assert.Single(upstream.Requests);
        Assert.Equal($"/v1/model/{EscapedArn}/{(streamed ? "converse-stream" : "converse")}", target);
        var (expected, signature, scope) = SignatureCheck.Of(target, sent, Secret);
        Assert.Equal(expected, signature);
        Assert.Equal($"{sent.Headers["x-amz-date"][..8]}/eu-west-1/bedrock/aws4_request", scope);
        Assert.Equal(Token, sent.Headers["x-amz-security-token"]);
        Assert.Equal("Hé", JsonDocument.Parse(sent.Body).RootElement.GetProperty("messages")[0].GetProperty("content")[0].GetProperty("text").GetString());
        var time = DateTimeOffset.ParseExact(sent.Headers["x-amz-date"], "yyyyMMdd'T'HHmmssK", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(time, TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task ApiKey_IsSentAsItIs()
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(streamed: false));
        await using var server = await StartAsync(upstream, "ABSKQmVkcm9ja0FQSUtleQ==");

        using var response = await server.ChatAsync(Request);

        var sent = Assert.Single(upstream.Requests);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Bearer ABSKQmVkcm9ja0FQSUtleQ==", sent.Headers["Authorization"]);
        Assert.DoesNotContain("x-amz-date", sent.Headers.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_IsThatOfTheChatApi_AndCharged(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(streamed));
        await using var server = await StartAsync(upstream, Credential);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        var usage = streamed ? await ReadStreamAsync(response) : await ReadWholeAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(60, usage.GetProperty("prompt_tokens").GetInt64());
        Assert.Equal("""{"cached_tokens":30,"cache_write_tokens":20}""", usage.GetProperty("prompt_tokens_details").GetRawText());
        Assert.Equal(Cost, usage.GetProperty("cost").GetRawText());
        Assert.Equal(Cost, generation.GetProperty("total_cost").GetRawText());
        Assert.Equal("stop", generation.GetProperty("finish_reason").GetString());
        Assert.Equal("end_turn", generation.GetProperty("native_finish_reason").GetString());
        Assert.Equal("AWS", generation.GetProperty("provider_name").GetString());
    }

    [Theory]
    [InlineData("cut between messages", 502)]
    [InlineData("cut inside a message", 502)]
    [InlineData("damaged", 502)]
    [InlineData("throttled", 429)]
    public async Task BrokenStream_EndsWithOneInBandErrorAndCostsNothing(string fault, int status)
    {
        var bytes = EventStreamFrames.OfLines(Stream[..2]);
        var rest = fault switch
        {
            "throttled" => EventStreamFrames.OfLines(["!throttlingException\t{\"message\":\"Slow down\"}"]),
            "cut inside a message" => EventStreamFrames.OfLines(Stream[2..3])[..^3],
            "damaged" => EventStreamFrames.OfLines(Stream[2..]),
            _ => [],
        };
        if (fault == "damaged")
        {
            rest[20] ^= 4;
        }

        await using var upstream = await FakeUpstream.StartAsync(Bytes([.. bytes, .. rest]));
        await using var server = await StartAsync(upstream, Credential);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.StartsWith("Hello", Sse.Text(events.SkipLast(1)), StringComparison.Ordinal);
        Assert.Equal(status, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Single(events, item => item.TryGetProperty("error", out _));
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
    }

    [Fact]
    public async Task Error_EchoesNothingOfTheCredential()
    {
        var echo = $$$"""{"message":"The Canonical String should have been 'POST x-amz-security-token:{{{Token}}}' with {{{Secret}}}"}""";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(403, echo));
        await using var server = await StartAsync(upstream, Credential);

        using var response = await server.ChatAsync(Request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("Canonical String", text, StringComparison.Ordinal);
        Assert.DoesNotContain("session", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadStreamAsync(HttpResponseMessage response)
    {
        var (events, hasEnd) = await Sse.ReadAsync(response);
        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        return events[^1].GetProperty("usage");
    }

    private static async Task<JsonElement> ReadWholeAsync(HttpResponseMessage response)
    {
        var answer = await TestServer.ReadJsonAsync(response);
        Assert.Equal("Hello world", answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        return answer.GetProperty("usage");
    }

    private static Func<HttpContext, Task> Answer(bool streamed) => streamed ? Bytes(EventStreamFrames.OfLines(Stream)) : FakeUpstream.Json(200, Whole);

    // In pieces that know nothing of messages.
    private static Func<HttpContext, Task> Bytes(byte[] bytes) => async context =>
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        foreach (var piece in bytes.Chunk(150))
        {
            await context.Response.Body.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    };

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string credential) => TestServer.StartAsync($$"""
        {
          "providers": { "aws": { "name": "AWS", "dialect": "bedrock", "base_url": "{{upstream.BaseUrl}}", "api_key": "{{credential}}" } },
          "models": { "acme/claude": { "endpoints": [ { "provider": "aws", "upstream_model": "{{Arn}}",
            "pricing": { "prompt": "0.000001", "completion": "0.000002", "input_cache_read": "0.0000001", "input_cache_write": "0.00000125" } } ] } }
        }
        """);
}
