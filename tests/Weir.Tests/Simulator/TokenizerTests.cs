using SharpToken;
using Weir.Simulator.Text;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Hello, world")]
    [InlineData("Ærøskøbing 世界 👩‍🚀 龘\n\n  indented   text\t12345")]
    [InlineData("")]
    public async Task Pieces_OfAText_JoinToItAndCountItsTokens(string text)
    {
        var tokenizer = await Tokenizer.LoadAsync();
        var cut = tokenizer.Cut(text, int.MaxValue);

        Assert.Equal(text, string.Concat(cut.Pieces.Select(piece => piece.Text)));
        Assert.Equal(GptEncoding.GetEncoding("o200k_base").CountTokens(text), cut.TokenCount);
        Assert.Equal(cut.TokenCount, cut.Pieces.Sum(piece => piece.TokenCount));
    }

    [Fact]
    public async Task Text_ThatNamesASpecialToken_IsOnlyText()
    {
        var tokenizer = await Tokenizer.LoadAsync();

        HashSet<string> none = [];
        Assert.Equal(GptEncoding.GetEncoding("o200k_base").Encode("a<|endoftext|>b", none, none).Count, tokenizer.Count("a<|endoftext|>b"));
        Assert.Equal("a<|endoftext|>b", string.Concat(tokenizer.Cut("a<|endoftext|>b", int.MaxValue).Pieces.Select(piece => piece.Text)));
    }

    [Fact]
    public async Task Cut_InsideACharacter_LeavesItOut()
    {
        var tokenizer = await Tokenizer.LoadAsync();
        var cut = tokenizer.Cut("龘", 1);

        Assert.True(cut.Truncated);
        Assert.Empty(cut.Pieces);
        Assert.Equal(1, cut.TokenCount);
    }

    [Fact]
    public async Task Word_OfAMillionLetters_IsCountedInPieces()
    {
        var tokenizer = await Tokenizer.LoadAsync();

        // Whole, this takes the tokenizer minutes: the test would not end.
        Assert.InRange(tokenizer.Count(new string('a', 300_000)), 30_000, 60_000);
    }
}
