using SharpToken;
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

    [Theory]
    [InlineData("cl100k")]
    [InlineData("o200k")]
    public void Count_Text_IsWhatAnotherLibrarySays(string tokenizer)
    {
        var other = GptEncoding.GetEncoding(tokenizer + "_base");
        string[] parts = ["<|endoftext|>", "<|", "|>", "<", "|", "fim_prefix", "endofprompt", " ", "\n", "\r\n", "word", "Ünï", "漢字", "👩‍🚀", "123456", "'s", "_", "!?", "/"];
        HashSet<string> none = [];
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));

            Assert.Equal((text, other.Encode(text, none, none).Count), (text, TokenCounter.Count(text, tokenizer)));
        }
    }

    [Fact]
    public void Count_UnknownTokenizer_IsO200k() => Assert.Equal(TokenCounter.Count("Grüße aus Köln", "o200k"), TokenCounter.Count("Grüße aus Köln", "other"));

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("a word and another ")]
    public void PieceEnd_LongRuns_AreCutForTheTokenizerTakesQuadraticTime(string unit)
    {
        // 200 KB of spaces took it 40 s.
        var text = "before " + string.Concat(Enumerable.Repeat(unit, 10_000)) + " behind";
        var pieces = 0;

        for (int start = 0, end; start < text.Length; start = end, pieces++)
        {
            end = TokenCounter.PieceEnd(text, start);
            Assert.InRange(end, start + 1, text.Length);
            Assert.True(LongestRun(text[start..end]) <= TokenCounter.LongestWord);
            Assert.False(end < text.Length && char.IsSurrogatePair(text, end - 1));
        }

        Assert.Equal(LongestRun(text) > TokenCounter.LongestWord, pieces > 1);
    }

    [Fact]
    public void Count_HalfASurrogatePair_IsCounted() => Assert.InRange(TokenCounter.Count("\ud83d", "o200k"), 1, 3);

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

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            run = at > 0 && char.IsWhiteSpace(text[at]) == char.IsWhiteSpace(text[at - 1]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static long Count(string body) => PromptText.CountTokens(Request(body), "o200k");
}
