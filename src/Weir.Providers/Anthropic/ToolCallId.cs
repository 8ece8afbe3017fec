using System.Security.Cryptography;
using System.Text;

namespace Weir.Providers.Anthropic;

/// <summary>Ids of tool calls in the upstream's alphabet: letters, digits, underscore, hyphen; at most 64 of them.</summary>
internal static class ToolCallId
{
    private const int LongestId = 64;
    private const int HashLength = 16;

    /// <summary>The id itself when it fits, else one made of it: the same for a call and its result, in every request.</summary>
    public static string Of(string id)
    {
        if (id.Length is > 0 and <= LongestId && id.All(IsAllowed))
        {
            return id;
        }

        var allowed = string.Concat(id.Where(IsAllowed).Take(LongestId - HashLength - 1));
        return $"{allowed}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength]}";
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
