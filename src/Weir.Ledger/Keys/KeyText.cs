using System.Buffers;
using System.Security.Cryptography;

namespace Weir.Ledger.Keys;

/// <summary>The text form of a key: how one is made, recognised and masked.</summary>
/// <remarks><c>sk-or-v1-</c> and 64 lowercase hex characters, for inference and management keys alike.</remarks>
public static class KeyText
{
    public const string Prefix = "sk-or-v1-";
    private const int SecretBytes = 32;
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>Makes a new key from the system's random source.</summary>
    public static string New() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether a text has the shape of a key.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length == Prefix.Length + (SecretBytes * 2)
        && key.StartsWith(Prefix, StringComparison.Ordinal)
        && !key.AsSpan(Prefix.Length).ContainsAnyExcept(LowerHex);

    /// <summary>The masked form shown in lists: prefix, three characters, dots, the last three.</summary>
    public static string Label(string key) => $"{key[..(Prefix.Length + 3)]}...{key[^3..]}";
}
