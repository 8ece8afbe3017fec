using System.Buffers;
using System.Text;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>Finds Base64 and hexadecimal digits that hide a word of an injection.</summary>
internal static class EncodedText
{
    private const string Base64Name = "base64_encoded_injection";
    private const string HexName = "hex_encoded_injection";

    // Twelve letters: a word and what is to be done with it. Shorter runs are the words of any text, which would all be decoded.
    private const int ShortestBase64 = 16;

    // Six letters, the shortest of the words.
    private const int ShortestHex = 12;
    private const int Group = 4;

    private static readonly SearchValues<string> Words = SearchValues.Create(["ignore", "bypass", "override", "reveal", "system", "prompt"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> Base64Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    public static void Find(string text, List<TextMatch> found)
    {
        FindBase64(text, found);
        FindHex(text, found);
    }

    private static void FindBase64(string text, List<TextMatch> found)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(Base64Signs) is >= 0 and var next)
        {
            var start = at + next;
            var length = text.AsSpan(start).IndexOfAnyExcept(Base64Signs);
            var end = length < 0 ? text.Length : start + length;
            at = end;
            if (end - start >= ShortestBase64 && HidesWord(text.AsSpan(start, end - start)))
            {
                while (end < text.Length && text[end] == '=')
                {
                    end++;
                }

                found.Add(new TextMatch(start, end - start, Base64Name));
            }
        }
    }

    // A word before it, as in token/aWdub3Jl, shifts the groups: all four beginnings are read.
    private static bool HidesWord(ReadOnlySpan<char> run)
    {
        var signs = new char[run.Length + Group];
        for (var shift = 0; shift < Group; shift++)
        {
            var length = run.Length - shift;
            if (length < ShortestBase64)
            {
                return false;
            }

            run[shift..].CopyTo(signs);
            length -= length % Group == 1 ? 1 : 0;
            var padded = (length + Group - 1) / Group * Group;
            signs.AsSpan(length, padded - length).Fill('=');
            signs.AsSpan(0, length).Replace('-', '+');
            signs.AsSpan(0, length).Replace('_', '/');
            var bytes = new byte[padded / Group * 3];
            if (Convert.TryFromBase64Chars(signs.AsSpan(0, padded), bytes, out var written) && HoldsWord(bytes.AsSpan(0, written)))
            {
                return true;
            }
        }

        return false;
    }

    // 69676e6f7265, 69 67 6E 6F 72 65, 0x69 and \x69 are not looked into.
    private static void FindHex(string text, List<TextMatch> found)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiHexDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var digits = 0;
            while (at < text.Length && (char.IsAsciiHexDigit(text[at]) || (text[at] == ' ' && digits % 2 == 0 && at + 1 < text.Length && char.IsAsciiHexDigit(text[at + 1]))))
            {
                digits += text[at] == ' ' ? 0 : 1;
                at++;
            }

            if (digits >= ShortestHex && HidesWordInHex(text.AsSpan(start, at - start), digits))
            {
                found.Add(new TextMatch(start, at - start, HexName));
            }
        }
    }

    private static bool HidesWordInHex(ReadOnlySpan<char> run, int count)
    {
        var digits = new char[count];
        var length = 0;
        foreach (var sign in run)
        {
            if (sign != ' ')
            {
                digits[length++] = sign;
            }
        }

        // A digit before it shifts the pairs.
        return HoldsWord(Convert.FromHexString(digits.AsSpan(0, length - (length % 2))))
            || HoldsWord(Convert.FromHexString(digits.AsSpan(1, (length - 1) / 2 * 2)));
    }

    private static bool HoldsWord(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).AsSpan().ContainsAny(Words);
}
