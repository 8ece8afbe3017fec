using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Weir.Ledger.Sessions;

/// <summary>The text of a session's cookie or of a sign-in link: 32 random bytes as base64url, 43 characters.</summary>
public static class TokenText
{
    private const int SecretBytes = 32;
    private const int Length = 43;
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Makes a new token from the system's random source.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether a text has the shape of a token.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExcept(Alphabet);
}
