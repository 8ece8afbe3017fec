using System.Globalization;

namespace Weir.Simulator.Schema;

/// <summary>The characters that a class or an escape of a pattern stands for, as far as they are printable.</summary>
internal static class PatternClass
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    public const string Alphanumeric = Lower + Upper + Digits;

    private static readonly string Printable = string.Concat(Enumerable.Range(0x20, 0x5F).Select(code => (char)code));

    /// <summary>Reads the rest of an escape whose backslash has been taken.</summary>
    public static string ParseEscape(string pattern, ref int at)
    {
        var kind = pattern[at++];
        return kind switch
        {
            'd' => Digits,
            'D' => Lower + Upper,
            'w' => Alphanumeric + "_",
            'W' => "-.:/ ",
            's' => " ",
            'S' => Alphanumeric,
            't' => "\t",
            'n' => "\n",
            'r' => "\r",
            'x' => Code(pattern, ref at, 2),
            'u' => Code(pattern, ref at, 4),
            'p' => Category(pattern, ref at),
            _ when char.IsAsciiLetter(kind) => throw new FormatException("an escape that is not supported"),
            _ => kind.ToString(),
        };
    }

    /// <summary>Reads a class whose opening bracket has been taken: <c>[a-z_]</c>, <c>[^/]</c>.</summary>
    public static string ParseSet(string pattern, ref int at)
    {
        var isNegated = pattern[at] == '^';
        at += isNegated ? 1 : 0;
        var members = new HashSet<char>();
        while (pattern[at] != ']')
        {
            var item = Item(pattern, ref at);
            if (item.Length != 1 || pattern[at] != '-' || pattern[at + 1] == ']')
            {
                members.UnionWith(item);
                continue;
            }

            at++;
            var last = Item(pattern, ref at);
            members.UnionWith(Range(item[0], last[0]));
        }

        at++;
        return isNegated ? Negate(members) : string.Concat(members.Order());
    }

    // Letters and digits read better than whatever punctuation is left.
    private static string Negate(HashSet<char> members)
    {
        var plain = string.Concat(Alphanumeric.Where(character => !members.Contains(character)));
        return plain.Length > 0 ? plain : string.Concat(Printable.Where(character => !members.Contains(character)));
    }

    private static string Item(string pattern, ref int at)
    {
        var character = pattern[at++];
        return character == '\\' ? ParseEscape(pattern, ref at) : character.ToString();
    }

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(code => (char)code).Where(character => !char.IsSurrogate(character) && !char.IsControl(character));

    private static string Code(string pattern, ref int at, int length)
    {
        var code = ushort.Parse(pattern.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        at += length;
        return ((char)code).ToString();
    }

    // \p{L} \p{Lu} \p{Ll} \p{N} \p{Nd}
    private static string Category(string pattern, ref int at)
    {
        var end = pattern.IndexOf('}', at);
        var name = pattern[(at + 1)..end];
        at = end + 1;
        return name switch
        {
            "L" => Lower + Upper,
            "Lu" => Upper,
            "Ll" => Lower,
            "N" or "Nd" => Digits,
            _ => throw new FormatException("a category that is not supported"),
        };
    }
}
