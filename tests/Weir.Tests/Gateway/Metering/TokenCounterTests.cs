using System.Diagnostics;
using Weir.Gateway.Metering;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Metering;

/// <summary>Counting tokens ourselves.</summary>
public sealed class TokenCounterTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello, world!", 4)]
    [InlineData("<|endoftext|>", 7)]
    public void Count_Text_IsWhatTheTokenizerSays(string text, long tokens) => Assert.Equal(tokens, TokenCounter.Count(text, "cl100k"));

    [Fact]
    public void Count_UnknownTokenizer_IsO200k() => Assert.Equal(TokenCounter.Count("Grüße aus Köln", "o200k"), TokenCounter.Count("Grüße aus Köln", "other"));

    [Theory]
    [InlineData("x", "cl100k")]
    [InlineData(" ", "cl100k")]
    [InlineData("\n", "o200k")]
    [InlineData("😀", "o200k")]
    [InlineData("\ud83d", "o200k")]
    [InlineData("=", "o200k")]
    public void Count_OneLongRun_TakesNoQuadraticTime(string unit, string tokenizer)
    {
        _ = TokenCounter.Count("warm", tokenizer);
        var clock = Stopwatch.StartNew();

        var tokens = TokenCounter.Count(string.Concat(Enumerable.Repeat(unit, 200_000)), tokenizer);

        Assert.InRange(tokens, 1000, 800_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void CountPrompt_Messages_CountsTheirTextsAndToolsAndFraming()
    {
        var plain = Count("""{"messages":[{"role":"user","content":"Hello, world!"}]}""");

        Assert.Equal(TokenCounter.Count("userHello, world!", "o200k") + 6, plain);
        Assert.Equal(plain, Count("""{"messages":[{"role":"user","content":[{"type":"text","text":"Hello, world!"}]}]}"""));
        Assert.True(Count("""{"messages":[{"role":"user","content":"Hello, world!"}],"tools":[{"type":"function"}]}""") > plain);
        Assert.Equal(plain, Count("""{"messages":[{"role":"user","content":"Hello, world!","x":{"y":"long text that is none of ours"}}]}"""));
    }

    [Fact]
    public void CountPrompt_MediaParts_AreNotCounted() =>
        Assert.Equal(
            Count("""{"messages":[{"role":"user","content":[]}]}"""),
            Count("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}]}"""));

    [Fact]
    public void CountPrompt_HalfASurrogatePair_IsCounted() =>
        Assert.InRange(Count("""{"messages":[{"role":"user","content":"cut \ud83d","\ud83d":"x"}],"tools":"\ud83d"}"""), 6, 40);

    [Theory]
    [InlineData("", 0)]
    [InlineData("{}", 0)]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"Hello, world!"}}],"model":"not counted"}""", 4)]
    [InlineData("""{"choices":[{"message":{"content":null,"tool_calls":[{"function":{"name":"Hello","arguments":", world!"}}]}}]}""", 4)]
    [InlineData("""{"choices":[{"message":{"content":"\ud83d","\ud83d":1}}]}""", 1)]
    public void CountAnswer_Answer_CountsItsTexts(string answer, long tokens) => Assert.Equal(tokens, AnswerText.CountTokens(Utf8(answer), "cl100k"));

    private static long Count(string body) => PromptText.CountTokens(Request(body), "o200k");
}
