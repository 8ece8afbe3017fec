using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Providers.Translation;

/// <summary>Ids of tool calls: made where the upstream gives none, and fitted to what an upstream allows. The same input always gives the same id.</summary>
internal static class ToolCallIds
{
    private const int LongestId = 64;
    private const int HashLength = 16;

    /// <summary>An id for a call without one; two answers never share one.</summary>
    /// <param name="answer">What tells this answer from others.</param>
    /// <param name="choice">Which of its choices.</param>
    /// <param name="position">Among the calls of the choice.</param>
    /// <param name="name">Of the function.</param>
    /// <param name="arguments">JSON.</param>
    public static string Of(string answer, int choice, int position, string name, ReadOnlySpan<byte> arguments)
    {
        var source = new ArrayBufferWriter<byte>(256);
        _ = Encoding.UTF8.GetBytes($"{answer}\n{choice}\n{position}\n{name}\n", source);
        source.Write(arguments);
        return "call_" + Convert.ToHexStringLower(SHA256.HashData(source.WrittenSpan))[..24];
    }

    /// <summary>An id of letters, digits, underscores and hyphens, at most 64 of them: the id itself when it is one, else one made of it.</summary>
    public static string Fit(string id)
    {
        if (id.Length is > 0 and <= LongestId && id.All(IsAllowed))
        {
            return id;
        }

        var allowed = string.Concat(id.Where(IsAllowed).Take(LongestId - HashLength - 1));
        return $"{allowed}_{Hash(id)[..HashLength]}";
    }

    /// <summary>An id of exactly so many letters and digits: the id itself when it is one, else one made of it.</summary>
    public static string FitExactly(string id, int length) => id.Length == length && id.All(char.IsAsciiLetterOrDigit) ? id : Hash(id)[..length];

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
