using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>Usage as we report it, with its cost.</summary>
public sealed class UsageWriterTests
{
    private const string Usage =
        """
        "usage":{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":7},"cost":0.000000073,"is_byok":false,"cost_details":{"upstream_inference_cost":null,"upstream_inference_prompt_cost":0.0000000120000000000001,"upstream_inference_completions_cost":0.00000006}}
        """;

    private static readonly TokenUsage Tokens = new() { Prompt = 12, Completion = 30, CacheRead = 4, Reasoning = 7 };
    private static readonly Charge Charge = new() { Total = new Usd(73), Prompt = 0.000000012000000000000100000m, Completion = 0.0000000600m };

    [Fact]
    public void ClosingChunk_Usage_IsOneValidChunkWithoutChoices()
    {
        var json = Text(UsageWriter.ClosingChunk(Stamp, Tokens, Charge));

        Assert.Equal($$"""{"id":"gen-1-abc","object":"chat.completion.chunk","created":1,"model":"acme/small","provider":"Acme","choices":[],{{Usage}}}""", json);
        using var valid = JsonDocument.Parse(json);
    }

    [Fact]
    public void CloseCompletion_Open_IsValidJsonWithTheUsageLast()
    {
        var body = new ArrayBufferWriter<byte>();
        ChatPatcher.WriteCompletion("{\"usage\":7}"u8, Stamp, sawToolCalls: false, body);

        UsageWriter.CloseCompletion(body, Tokens, Charge);

        Assert.EndsWith($$""","system_fingerprint":null,{{Usage}}}""", Text(body.WrittenMemory), StringComparison.Ordinal);
        using var valid = JsonDocument.Parse(body.WrittenMemory);
    }

    [Fact]
    public void ClosingChunk_CacheWrites_AreNamedOnlyWhereThereAreSome() =>
        Assert.Contains("\"cache_write_tokens\":3", Text(UsageWriter.ClosingChunk(Stamp, Tokens with { CacheWrite = 3 }, Charge.None)), StringComparison.Ordinal);
}
