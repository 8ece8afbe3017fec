using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Ledger.Pricing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>Usage as providers report it.</summary>
public sealed class UsageReaderTests
{
    [Fact]
    public void Read_FullUsage_IsRead() =>
        Assert.Equal(
            new TokenUsage { Prompt = 12, Completion = 30, CacheRead = 4, CacheWrite = 5, Reasoning = 7 },
            Read("""
                {"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"cost":0.5,"prompt_tokens_details":{"cached_tokens":4,"cache_write_tokens":5,"audio_tokens":null},
                 "completion_tokens_details":{"reasoning_tokens":7,"x":{"reasoning_tokens":99}},"server_tool_use":{"cached_tokens":99}}
                """));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"total_tokens":42}""")]
    [InlineData("""{"prompt_tokens":"12","completion_tokens":"30"}""")]
    [InlineData("""{"prompt_tokens":null,"completion_tokens":null}""")]
    [InlineData("""{"prompt_tokens":-1}""")]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":30}""")]
    [InlineData("""{"prompt_tokens":1.5}""")]
    [InlineData("""{"prompt_tokens":99999999999999999999}""")]
    [InlineData("""{"completion_tokens":9223372036854775807}""")]
    public void Read_NothingUsable_IsNone(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"prompt_tokens":12}""", 12, 0)]
    [InlineData("""{"completion_tokens":30}""", 0, 30)]
    [InlineData("""{"prompt_tokens":12,"prompt_tokens_details":null,"completion_tokens_details":7}""", 12, 0)]
    [InlineData("""{"prompt_tokens":1,"prompt_tokens":12}""", 12, 0)]
    public void Read_PartOfIt_IsTaken(string json, long prompt, long completion) =>
        Assert.Equal(new TokenUsage { Prompt = prompt, Completion = completion }, Read(json));

    [Theory]
    [InlineData(20, 0, 0, 10, 0, 0)]
    [InlineData(8, 8, 0, 8, 2, 0)]
    [InlineData(20, 20, 9, 10, 0, 5)]
    [InlineData(-3, -3, -3, 0, 0, 0)]
    public void Read_DetailsAboveTheirTotals_AreCut(long cached, long written, long reasoning, long expectedCached, long expectedWritten, long expectedReasoning) =>
        Assert.Equal(
            new TokenUsage { Prompt = 10, Completion = 5, CacheRead = expectedCached, CacheWrite = expectedWritten, Reasoning = expectedReasoning },
            Read($$$"""
                {"completion_tokens_details":{"reasoning_tokens":{{{reasoning}}}},"prompt_tokens_details":{"cached_tokens":{{{cached}}},"cache_write_tokens":{{{written}}}},"prompt_tokens":10,"completion_tokens":5}
                """));

    [Fact]
    public void Read_Usage_LeavesTheReaderBehindIt()
    {
        var reader = new Utf8JsonReader("""[{"prompt_tokens":1,"x":[{}]},"next"]"""u8);
        _ = reader.Read();
        _ = reader.Read();

        _ = UsageReader.Read(ref reader);

        Assert.True(reader.Read());
        Assert.Equal("next", reader.GetString());
    }

    private static TokenUsage? Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        _ = reader.Read();
        return UsageReader.Read(ref reader);
    }
}
