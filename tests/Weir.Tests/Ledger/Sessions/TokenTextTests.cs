using Weir.Ledger.Sessions;
using Xunit;

namespace Weir.Tests.Ledger.Sessions;

/// <summary>The text of cookies and sign-in links.</summary>
public sealed class TokenTextTests
{
    [Fact]
    public void New_IsWellFormedAndNeverTheSame()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => TokenText.New()).ToArray();

        Assert.All(tokens, token => Assert.True(TokenText.IsWellFormed(token)));
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    public void OtherText_IsNotWellFormed(string? text) => Assert.False(TokenText.IsWellFormed(text));
}
