using System.Globalization;
using Weir.Simulator.Text;

namespace Weir.Simulator.Schema;

/// <summary>Reads a regular expression by recursive descent and turns each part into an emitter of matching text.</summary>
internal sealed class PatternParser(string pattern, SeededRandom random)
{
    private const int MostRepeats = 1_000;
    private const int MostCharacters = 20_000;
    private int _at;

    private bool AtEnd => _at >= pattern.Length;

    /// <exception cref="FormatException">The pattern uses what is not supported: lookaround, back references.</exception>
    public PatternEmitter Parse()
    {
        var emit = ParseAlternatives();
        return AtEnd ? emit : throw new FormatException("unbalanced parenthesis");
    }

    // a|bc|d
    private PatternEmitter ParseAlternatives()
    {
        var branches = new List<PatternEmitter> { ParseSequence() };
        while (Take('|'))
        {
            branches.Add(ParseSequence());
        }

        return branches.Count == 1 ? branches[0] : (text, growth) => random.Pick(branches)(text, growth);
    }

    private PatternEmitter ParseSequence()
    {
        var parts = new List<PatternEmitter>();
        while (!AtEnd && pattern[_at] is not ('|' or ')'))
        {
            parts.Add(ParseQuantified());
        }

        return (text, growth) =>
        {
            foreach (var part in parts)
            {
                part(text, growth);
            }
        };
    }

    private PatternEmitter ParseQuantified()
    {
        var part = ParseAtom();
        while (ParseQuantifier() is var (least, most))
        {
            var repeated = part;
            part = (text, growth) =>
            {
                var count = (int)Math.Min(Math.Min((long)least + growth, most), MostRepeats);
                for (var i = 0; i < count && text.Length < MostCharacters; i++)
                {
                    repeated(text, growth);
                }
            };
        }

        return part;
    }

    // * + ? {2} {2,} {2,5}, each possibly lazy
    private (int Least, int Most)? ParseQuantifier()
    {
        if (AtEnd)
        {
            return null;
        }

        (int, int)? bounds = pattern[_at] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            _ => null,
        };
        if (bounds is null)
        {
            return pattern[_at] == '{' ? ParseBraces() : null;
        }

        _at++;
        Take('?');
        return bounds;
    }

    private (int Least, int Most)? ParseBraces()
    {
        var end = pattern.IndexOf('}', _at);
        if (end < 0 || !char.IsAsciiDigit(pattern[_at + 1]))
        {
            return null;
        }

        var numbers = pattern[(_at + 1)..end].Split(',');
        var least = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        var most = numbers switch
        {
            [_] => least,
            [_, ""] => int.MaxValue,
            _ => int.Parse(numbers[1], CultureInfo.InvariantCulture),
        };
        _at = end + 1;
        Take('?');
        return (least, most);
    }

    private PatternEmitter ParseAtom()
    {
        var symbol = pattern[_at++];
        switch (symbol)
        {
            case '^' or '$':
                return (_, _) => { };
            case '(':
                return ParseGroup();
            case '[':
                return OneOf(PatternClass.ParseSet(pattern, ref _at));
            case '.':
                return OneOf(PatternClass.Alphanumeric);
            case '\\':
                return ParseEscape();
            default:
                return (text, _) => text.Append(symbol);
        }
    }

    // (a) (?:a) (?<name>a)
    private PatternEmitter ParseGroup()
    {
        if (Take('?') && !Take(':'))
        {
            var isNamed = Take('<') && !AtEnd && pattern[_at] is not ('=' or '!');
            if (!isNamed)
            {
                throw new FormatException("lookaround is not supported");
            }

            _at = pattern.IndexOf('>', _at) + 1;
        }

        var inner = ParseAlternatives();
        return Take(')') ? inner : throw new FormatException("unbalanced parenthesis");
    }

    private PatternEmitter ParseEscape()
    {
        if (pattern[_at] is 'b' or 'B' or 'A' or 'z' or 'Z')
        {
            _at++;
            return (_, _) => { };
        }

        if (char.IsAsciiDigit(pattern[_at]) && pattern[_at] != '0')
        {
            throw new FormatException("back references are not supported");
        }

        return OneOf(PatternClass.ParseEscape(pattern, ref _at));
    }

    private PatternEmitter OneOf(string characters) =>
        characters.Length > 0
            ? (text, _) => text.Append(characters[random.Below(characters.Length)])
            : throw new FormatException("a class without a printable character");

    private bool Take(char expected)
    {
        if (AtEnd || pattern[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }
}
