using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>Translates what begins with a backslash.</summary>
internal static class PatternEscape
{
    private const int LastCodePoint = 0x10ffff;
    private const string Digit = "0-9";
    private const string Word = "A-Za-z0-9_";
    private const string Space = @"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    private const string NoDigit = @"\0-/:-\uffff";
    private const string NoWord = @"\0-/:-@\[-\^`{-\uffff";
    private const string NoSpace = @"\0-\x08\x0e-\x1f!-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff";

    // ASCII, as in JavaScript; .NET would take the digits and letters of all scripts.
    private static readonly FrozenDictionary<char, string> Sets = new Dictionary<char, string>
    {
        ['d'] = Digit, ['w'] = Word, ['s'] = Space, ['D'] = NoDigit, ['W'] = NoWord, ['S'] = NoSpace,
    }.ToFrozenDictionary();

    /// <summary>What stands behind a backslash outside of a class, as .NET writes it.</summary>
    public static string Outside(string pattern, ref int at)
    {
        var next = Next(pattern, at);
        if (Sets.TryGetValue(next, out var set))
        {
            at++;
            return $"[{set}]";
        }

        if (next is 'b' or 'B')
        {
            at++;
            return $"\\{next}";
        }

        if (next is >= '1' and <= '9' or 'k')
        {
            throw new InvalidPatternException($"the backreference '\\{next}' is not allowed");
        }

        return Character(pattern, ref at);
    }

    /// <summary>The members of the set that stands behind a backslash in a class; null: a character stands there.</summary>
    public static string? Set(string pattern, int at) => Sets.GetValueOrDefault(Next(pattern, at));

    /// <summary>A character, or a property, that stands behind a backslash.</summary>
    public static string Character(string pattern, ref int at)
    {
        var next = Next(pattern, at);
        at++;
        return next switch
        {
            't' or 'n' or 'r' or 'f' or 'v' => $"\\{next}",
            '0' => @"\x00",
            'c' => Control(pattern, ref at),
            'x' => Hexadecimal(pattern, ref at, digits: 2),
            'u' => Hexadecimal(pattern, ref at, digits: 4),
            'p' or 'P' => Property(pattern, ref at, next),
            _ when char.IsAsciiLetterOrDigit(next) => throw new InvalidPatternException($"the escape '\\{next}' is not one of JavaScript"),
            '_' => "_",
            _ when char.IsAscii(next) => $"\\{next}",
            _ => next.ToString(),
        };
    }

    private static char Next(string pattern, int at) => at < pattern.Length ? pattern[at] : throw new InvalidPatternException("it ends in a backslash");

    private static string Control(string pattern, ref int at)
    {
        var letter = Next(pattern, at++);
        return char.IsAsciiLetter(letter) ? $"\\c{letter}" : throw new InvalidPatternException($"the escape '\\c{letter}' is not one of JavaScript");
    }

    private static string Property(string pattern, ref int at, char kind)
    {
        var end = pattern.IndexOf('}', at);
        if (Next(pattern, at) != '{' || end < 0)
        {
            throw new InvalidPatternException($"'\\{kind}' names no property, for example '\\{kind}{{L}}'");
        }

        var property = pattern[at..(end + 1)];
        at = end + 1;
        return $"\\{kind}{property}";
    }

    // \u00e9, \u{1f600}
    private static string Hexadecimal(string pattern, ref int at, int digits)
    {
        var isBraced = digits == 4 && at < pattern.Length && pattern[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = isBraced ? pattern.IndexOf('}', start) : start + digits;
        if (end <= start || end > pattern.Length
            || !int.TryParse(pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > LastCodePoint)
        {
            throw new InvalidPatternException("an escape '\\x' needs two hexadecimal digits, '\\u' four");
        }

        at = isBraced ? end + 1 : end;
        return Rune.TryCreate(code, out var rune) && !rune.IsBmp ? $"(?:{string.Concat(rune.ToString().Select(Unit))})" : Unit((char)code);
    }

    private static string Unit(char unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
}
