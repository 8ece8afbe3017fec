using Weir.Ledger.Keys;
using Xunit;

namespace Weir.Tests.Ledger.Keys;

/// <summary>The text of keys.</summary>
public sealed class KeyTextTests
{
    private const string Example = "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void New_Key_IsWellFormedAndNeverTheSame()
    {
        Assert.True(KeyText.IsWellFormed(KeyText.New()));
        Assert.NotEqual(KeyText.New(), KeyText.New());
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk-or-v1-")]
    [InlineData("sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeff")]
    [InlineData("sk-or-v1-0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("SK-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\n")]
    public void IsWellFormed_AnythingElse_IsNot(string key) => Assert.False(KeyText.IsWellFormed(key));

    [Fact]
    public void Label_Key_ShowsSixCharactersOfTheSecret() => Assert.Equal("sk-or-v1-012...def", KeyText.Label(Example));
}
