using System.Security.Cryptography;
using System.Text;

namespace Weir.Ledger.Secrets;

/// <summary>Encrypts the credentials that are stored, with AES-256-GCM.</summary>
/// <remarks>
/// <c>v1:</c> and base64 of 12 bytes nonce, 16 bytes tag and the text. What a secret belongs to is authenticated with it, so that nobody who can write to the
/// database can put one credential in the place of another. One random nonce a secret: at 2^32 of them under one key they could repeat.
/// </remarks>
public sealed class SecretBox : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    private const string Version = "v1:";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly AesGcm _cipher;

    /// <exception cref="ArgumentException">The key does not have <see cref="KeySize"/> bytes.</exception>
    public SecretBox(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
        {
            throw new ArgumentException($"A secret key has {KeySize} bytes, not {key.Length}.", nameof(key));
        }

        _cipher = new AesGcm(key, TagSize);
        KeyId = Convert.ToHexStringLower(HMACSHA256.HashData(key, "weir secret key id"u8)[..8]);
    }

    /// <summary>Names the key without telling it: 16 hex characters.</summary>
    public string KeyId { get; }

    /// <param name="secret">What nobody may read.</param>
    /// <param name="owner">What it belongs to; needed to open it.</param>
    public string Seal(string secret, string owner)
    {
        var text = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceSize + TagSize + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        lock (_cipher)
        {
            _cipher.Encrypt(box.AsSpan(0, NonceSize), text, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(owner));
        }

        return Version + Convert.ToBase64String(box);
    }

    /// <exception cref="CryptographicException">It was sealed with another key or for another owner, or was changed.</exception>
    public string Open(string sealedText, string owner)
    {
        if (!sealedText.StartsWith(Version, StringComparison.Ordinal))
        {
            throw new CryptographicException($"The stored secret of {owner} has a form that this version does not know.");
        }

        var box = Convert.FromBase64String(sealedText[Version.Length..]);
        if (box.Length < NonceSize + TagSize)
        {
            throw new CryptographicException($"The stored secret of {owner} is cut short.");
        }

        var text = new byte[box.Length - NonceSize - TagSize];
        lock (_cipher)
        {
            _cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), text, Encoding.UTF8.GetBytes(owner));
        }

        return Encoding.UTF8.GetString(text);
    }

    /// <inheritdoc/>
    public void Dispose() => _cipher.Dispose();
}
