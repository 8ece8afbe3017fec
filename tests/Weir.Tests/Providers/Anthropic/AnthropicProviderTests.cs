using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.Anthropic;

/// <summary>What golden files cannot show: headers of a caller, answers made of anything at all.</summary>
public sealed class AnthropicProviderTests
{
    private const string Stream = """
        data: {"type":"message_start","message":{"id":"m","usage":{"input_tokens":1,"output_tokens":1}}}

        data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{"\ud83d":"\ud83d\ude00é😀"}}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":\"\\ud83d\"}"}}

        data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":"x","citations":[{"url":"u"}]}}

        data: {"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{"url":"u","title":null,"cited_text":"c"}}}

        data: {"type":"content_block_stop","index":1}

        data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_details":{"explanation":"e"}},"usage":{"input_tokens":9223372036854775807,"cache_read_input_tokens":9223372036854775807,"output_tokens":1}}

        data: {"type":"message_stop"}


        """;

    private readonly AnthropicProvider _provider = new();

    [Fact]
    public void Headers_OfTheCallerAndTheOperator_ComeTogether()
    {
        var call = new UpstreamCall { Request = Request(), Endpoint = Endpoint(), AnthropicBeta = "a,b" };
        call = call with
        {
            Endpoint = call.Endpoint with
            {
                Provider = call.Endpoint.Provider with { ApiKey = null, Headers = [new("Anthropic-Version", "2024-01-01"), new("anthropic-beta", "c")] },
            },
        };

        var request = _provider.Translate(call);

        Assert.Equal([new("Anthropic-Version", "2024-01-01"), new("anthropic-beta", "c"), new("anthropic-beta", "a,b"), new("Accept", "application/json")], request.Headers);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("interleaved-thinking-2025-05-14", false)]
    [InlineData("x,structured-outputs-2025-11-13", true)]
    public void StrictTool_IsStrictWhereTheFeatureIsOn(string? beta, bool isStrict)
    {
        var request = Request("""{"messages":[{"role":"user","content":"a"}],"tools":[{"type":"function","function":{"name":"f","strict":true}}]}""");

        using var sent = JsonDocument.Parse(_provider.Translate(new UpstreamCall { Request = request, Endpoint = Endpoint(), AnthropicBeta = beta }).Body);

        Assert.Equal(isStrict, sent.RootElement.GetProperty("tools")[0].TryGetProperty("strict", out _));
    }

    [Theory]
    [InlineData("\"temperature\":1e999,\"top_p\":-1e999,\"top_k\":1e300")]
    [InlineData("\"messages\":[{\"role\":\"user\",\"content\":[]}]")]
    [InlineData("\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\" \"}],\"reasoning_details\":[1,null,{}],\"tool_calls\":[]}]")]
    [InlineData("\"tools\":{},\"stop\":[1,null],\"response_format\":\"json\",\"reasoning\":[],\"cache_control\":7,\"tool_choice\":3")]
    public void Translate_OddValues_GivesJson(string members)
    {
        var request = Request($"{{\"messages\":[{{\"role\":\"user\",\"content\":\"a\"}}],{members}}}");

        using var sent = JsonDocument.Parse(_provider.Translate(new UpstreamCall { Request = request, Endpoint = Endpoint() }).Body);

        Assert.Equal("small-1", sent.RootElement.GetProperty("model").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_AnyBytes_GivesJsonOrSaysItIsInvalid(bool streamed)
    {
        var random = new Random(7);
        var sample = Encoding.UTF8.GetBytes(streamed ? Stream : """{"type":"message","id":"m\ud83d","content":[{"type":"text","text":"é😀","citations":[{"url":"u"}]},{"type":"tool_use","id":"a","name":"f","input":{}}],"stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":2}}""");
        for (var round = 0; round < 3000; round++)
        {
            var bytes = sample[..random.Next(sample.Length * 3 / 4, sample.Length + 1)];
            for (var change = random.Next(6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await AssertReadableAsync(bytes, streamed);
        }
    }

    [Fact]
    public void ReadError_AnyBytes_NeverThrows()
    {
        var random = new Random(5);
        var sample = Utf8("""{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long \ud83d é"}}""");
        for (var round = 0; round < 3000; round++)
        {
            var bytes = sample[..random.Next(sample.Length + 1)];
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            _ = _provider.ReadError(bytes);
        }
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
