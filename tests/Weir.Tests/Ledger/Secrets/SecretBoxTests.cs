using System.Security.Cryptography;
using Weir.Ledger.Secrets;
using Xunit;

namespace Weir.Tests.Ledger.Secrets;

/// <summary>What is sealed is read by its key and for its owner alone.</summary>
public sealed class SecretBoxTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(SecretBox.KeySize);

    [Theory]
    [InlineData("")]
    [InlineData("sk-secret")]
    [InlineData("it's ü😀 \0")]
    public void Seal_AnyText_IsOpenedAgainAndShowsNothing(string secret)
    {
        using var box = new SecretBox(Key);

        var (first, second) = (box.Seal(secret, "owner"), box.Seal(secret, "owner"));

        Assert.Equal(secret, box.Open(first, "owner"));
        Assert.NotEqual(first, second);
        Assert.True(secret.Length == 0 || !first.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_ForAnotherOwnerOrWithAnotherKey_IsRefused()
    {
        using var box = new SecretBox(Key);
        using var other = new SecretBox(RandomNumberGenerator.GetBytes(SecretBox.KeySize));
        var sealedText = box.Seal("secret", "owner");

        _ = Assert.ThrowsAny<CryptographicException>(() => box.Open(sealedText, "other"));
        _ = Assert.ThrowsAny<CryptographicException>(() => other.Open(sealedText, "owner"));
    }

    [Fact]
    public void Open_AnyBitChanged_IsRefused()
    {
        using var box = new SecretBox(Key);
        var bytes = Convert.FromBase64String(box.Seal("secret", "owner")["v1:".Length..]);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            _ = Assert.ThrowsAny<CryptographicException>(() => box.Open("v1:" + Convert.ToBase64String(changed), "owner"));
        }
    }

    [Theory]
    [InlineData("v2:AAAA")]
    [InlineData("v1:AAAA")]
    public void Open_AnotherForm_IsRefused(string text)
    {
        using var box = new SecretBox(Key);

        _ = Assert.ThrowsAny<CryptographicException>(() => box.Open(text, "owner"));
    }

    [Fact]
    public void KeyId_IsTheSameForTheSameKeyAlone()
    {
        using var box = new SecretBox(Key);
        using var again = new SecretBox(Key);
        using var other = new SecretBox(RandomNumberGenerator.GetBytes(SecretBox.KeySize));

        Assert.Equal(box.KeyId, again.KeyId);
        Assert.NotEqual(box.KeyId, other.KeyId);
        _ = Assert.Throws<ArgumentException>(() => new SecretBox(new byte[16]));
    }
}
