using System.Security.Cryptography;
using System.Text;
using Weir.Ledger.Keys;
using Xunit;

namespace Weir.Tests.Ledger.Keys;

/// <summary>The form in which keys are kept.</summary>
public sealed class KeyHashTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sk-or-v1-00")]
    [InlineData("schlüssel 🔑")]
    public void Of_Text_IsItsSha256(string key) => Assert.Equal(Sha256(key), KeyHash.Of(key).ToString());

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Of_LongText_IsItsSha256Too(int length) => Assert.Equal(Sha256(new string('€', length)), KeyHash.Of(new string('€', length)).ToString());

    [Fact]
    public void TryParse_WhatToStringGave_IsTheSameHash()
    {
        var hash = KeyHash.Of(KeyText.New());

        Assert.True(KeyHash.TryParse(hash.ToString(), out var parsed));
        Assert.Equal(hash, parsed);
        Assert.True(KeyHash.TryParse(hash.ToString().ToUpperInvariant(), out parsed));
        Assert.Equal(hash, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz46ed0a7ab4b5ba2c6c38b1aa8b7d14ea8ae4e72c4a1ea08dc2c3bd96d8c0de")]
    [InlineData("aa46ed0a7ab4b5ba2c6c38b1aa8b7d14ea8ae4e72c4a1ea08dc2c3bd96d8c0de0")]
    [InlineData("aa46ed0a7ab4b5ba2c6c38b1aa8b7d14ea8ae4e72c4a1ea08dc2c3bd96d8c0dé")]
    public void TryParse_AnythingElse_IsRefused(string hex)
    {
        Assert.False(KeyHash.TryParse(hex, out var hash));
        Assert.Equal(default, hash);
    }

    private static string Sha256(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
