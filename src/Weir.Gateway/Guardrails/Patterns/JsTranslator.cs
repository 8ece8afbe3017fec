using System.Globalization;
using System.Text;

namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>Writes a regular expression of JavaScript so that .NET reads the same in it, and refuses what must not be.</summary>
/// <remarks>
/// Lookaround and backreferences cannot be matched in linear time. Nested quantifiers, such as <c>(a+)+</c>, could be here, but are refused as the API refuses them.
/// Source: content filters of the guardrails documentation; ECMA-262, regular expressions without flags.
/// </remarks>
internal sealed class JsTranslator(string pattern)
{
    // Repetitions are written out when a matcher is made: {1000} of {1000} would be a million states.
    private const long MostStates = 100_000;
    private const int MostRepetitions = 1_000;
    private const int DeepestGroup = 100;

    // A matcher has room for 10,000 states: a list of alternatives that is longer is made into several.
    private const long StatesOfMatcher = 2_000;

    private readonly List<string> _done = [];
    private readonly StringBuilder _out = new(pattern.Length + 16);
    private readonly Stack<PatternGroup> _open = new();
    private PatternGroup _group = new();
    private PatternPiece? _last;
    private int _at;

    /// <returns>Expressions of .NET; what any of them matches is a match.</returns>
    /// <exception cref="InvalidPatternException">What is wrong.</exception>
    public IReadOnlyList<string> Translate()
    {
        while (_at < pattern.Length)
        {
            Step(pattern[_at]);
        }

        if (_open.Count > 0)
        {
            throw new InvalidPatternException("a group '(' is not closed");
        }

        _done.Add(_out.ToString());
        return _done;
    }

    private void Step(char next)
    {
        switch (next)
        {
            case '\\':
                _at++;
                Atom(PatternEscape.Outside(pattern, ref _at), 1);
                break;
            case '[':
                Atom(PatternClass.Translate(pattern, ref _at), 1);
                break;
            case '(':
                OpenGroup();
                break;
            case ')':
                CloseGroup();
                break;
            case '|':
                _at++;
                Alternative();
                break;
            case '*' or '+' or '?' or '{':
                Quantifier(next);
                break;
            default:
                _at++;
                Literal(next);
                break;
        }
    }

    private void Alternative()
    {
        _last = null;
        if (_open.Count > 0 || _group.States < StatesOfMatcher)
        {
            _ = _out.Append('|');
            return;
        }

        _done.Add(_out.ToString());
        _ = _out.Clear();
        _group = new PatternGroup();
    }

    private void Literal(char next) => Atom(
        next switch
        {
            '.' => @"[^\n\r\u2028\u2029]",
            '^' => @"\A",
            '$' => @"\z",
            ']' or '}' or '#' or ' ' => $"\\{next}",
            _ => next.ToString(),
        },
        states: 1);

    private void Atom(string text, long states)
    {
        _ = _out.Append(text);
        _last = new PatternPiece(states, IsUnbounded: false);
        _group.States += states;
    }

    private void OpenGroup()
    {
        if (_open.Count == DeepestGroup)
        {
            throw new InvalidPatternException($"groups lie deeper inside each other than {DeepestGroup}");
        }

        _ = _out.Append(PatternGroup.Opening(pattern, ref _at));
        _open.Push(_group);
        _group = new PatternGroup();
        _last = null;
    }

    private void CloseGroup()
    {
        if (!_open.TryPop(out var outer))
        {
            throw new InvalidPatternException("a ')' closes no group");
        }

        _at++;
        _ = _out.Append(')');
        _last = new PatternPiece(_group.States, _group.IsUnbounded);
        outer.States += _group.States;
        outer.IsUnbounded |= _group.IsUnbounded;
        _group = outer;
    }

    private void Quantifier(char next)
    {
        var start = _at;
        if (!TryReadBounds(next, out var least, out var most))
        {
            _at = start + 1;
            Atom(@"\{", states: 1);
            return;
        }

        if (_last is not { } repeated)
        {
            throw new InvalidPatternException($"the quantifier '{pattern[start.._at]}' repeats nothing");
        }

        if (most is null && repeated.IsUnbounded)
        {
            throw new InvalidPatternException($"quantifiers are nested: '{pattern[start.._at]}' repeats what repeats already");
        }

        if (Math.Max(least, most ?? 0) > MostRepetitions)
        {
            throw new InvalidPatternException($"'{pattern[start.._at]}' repeats more than {MostRepetitions} times; '*' and '+' have no bound");
        }

        _ = _out.Append(pattern, start, _at - start);
        _group.States += repeated.States * (Math.Max(least, most ?? 0) - 1);
        _group.IsUnbounded |= most is null;
        if (_group.States > MostStates)
        {
            throw TooLarge();
        }

        // Lazy. Which of several matches is taken says the same here as there.
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            _ = _out.Append('?');
        }

        _last = null;
    }

    // False: a brace that is a brace.
    private bool TryReadBounds(char next, out int least, out int? most)
    {
        _at++;
        (least, most) = next switch { '*' => (0, (int?)null), '+' => (1, null), _ => (0, 1) };
        if (next != '{')
        {
            return true;
        }

        var end = pattern.IndexOf('}', _at);
        var bounds = end < 0 ? [] : pattern[_at..end].Split(',');
        if (bounds.Length is < 1 or > 2 || !TryReadNumber(bounds[0], out least))
        {
            return false;
        }

        var upper = least;
        if (bounds.Length == 2 && bounds[1].Length > 0 && !TryReadNumber(bounds[1], out upper))
        {
            return false;
        }

        most = bounds.Length == 2 && bounds[1].Length == 0 ? null : upper;
        _at = end + 1;
        return true;
    }

    private static bool TryReadNumber(string text, out int number)
    {
        number = 0;
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
        return true;
    }

    private static InvalidPatternException TooLarge() => new($"its repetitions written out are more than {MostStates} characters");
}
