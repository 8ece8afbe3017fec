using System.Text;

namespace Weir.Gateway.Continuation;

/// <summary>Joins an answer to the text with which another endpoint goes on: no word twice, none lost, no space too many.</summary>
/// <remarks>
/// <code>
/// "It is a fine"  +  "day today."              →  "It is a fine day today."
/// "It is a fine"  +  "a fine day today."       →  the same: the last words were repeated
/// "It is a fine"  +  "It is a fine day today." →  the same: the answer was given again
/// </code>
/// A word or two that repeat are taken for a repetition; a text that says the same words twice in a row just there loses one of them.
/// </remarks>
internal sealed class Seam
{
    // Different words of a repetition: who is handed the beginning as its own rarely repeats, and "0, 0, 0" is no repetition.
    private const int LeastWordsOfPrefill = 2;
    private const int LeastWordsOfInstruction = 1;

    // Shorter beginnings of a word are also words.
    private const int ShortestPartOfWord = 3;

    private readonly ContinuationWay _way;
    private readonly string _base;
    private readonly string _gap;
    private readonly string _held;
    private readonly OverlapState _overlap;
    private readonly StringBuilder _lead = new();
    private readonly StringBuilder _taken = new();

    /// <param name="way">How the endpoint was asked.</param>
    /// <param name="text">The answer so far.</param>
    public Seam(ContinuationWay way, AnswerTextState text)
    {
        _way = way;
        var before = BaseOf(way, text);
        _base = before.TrimEnd();
        _gap = before[_base.Length..];
        _held = text.Held;
        _overlap = new OverlapState(_base.TrimStart());
    }

    /// <summary>Whether it is known how the texts join; what comes after that passes as it is.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the answer was given again in other words: the texts cannot be joined.</summary>
    public bool IsOtherVersion => _overlap.IsOtherVersion;

    /// <summary>Whether what is held back of the first text stands: false where the word was said anew.</summary>
    public bool KeepsHeld { get; private set; } = true;

    /// <summary>What was repeated.</summary>
    public string Repeated { get; private set; } = "";

    /// <summary>The text that the endpoint goes on from, as it is shown to it.</summary>
    public static string BaseOf(ContinuationWay way, AnswerTextState text) => way == ContinuationWay.Prefill ? text.Received : text.Shown;

    /// <summary>Takes a piece in and gives what follows the first text; empty while that is not known.</summary>
    public string Take(string piece)
    {
        if (IsClosed)
        {
            return piece;
        }

        foreach (var next in piece)
        {
            if (_taken.Length == 0 && char.IsWhiteSpace(next))
            {
                _ = _lead.Append(next);
                continue;
            }

            _ = _taken.Append(next);
            _overlap.Add(next);
        }

        return _taken.Length > 0 && !_overlap.IsOpen && !IsOtherVersion && IsRestKnown() ? Close() : "";
    }

    /// <summary>Nothing more comes: gives what is left.</summary>
    public string End()
    {
        if (IsClosed)
        {
            return "";
        }

        _overlap.End();
        return IsOtherVersion ? "" : Close();
    }

    // Behind a repetition the space before the next word must be known; and whether the word that is held back is said anew.
    private bool IsRestKnown()
    {
        var rest = _taken.ToString().AsSpan(_overlap.Repeated).Trim();
        var word = _held.AsSpan().TrimStart();
        return rest.Length > 0 && !(rest.Length < word.Length && word.StartsWith(rest, StringComparison.Ordinal));
    }

    private string Close()
    {
        IsClosed = true;
        var taken = _taken.ToString();
        var repeated = RepetitionOf(taken);
        Repeated = taken[..repeated];
        var rest = repeated == 0 ? _lead + taken : taken[repeated..];
        return _way == ContinuationWay.Instruction ? AfterShown(rest, repeated) : AfterPrefill(rest, repeated);
    }

    private int RepetitionOf(string taken)
    {
        var length = _overlap.Repeated;
        var least = _way == ContinuationWay.Prefill ? LeastWordsOfPrefill : LeastWordsOfInstruction;
        if (length == 0 || (!_overlap.IsWhole && Words.CountDifferent(taken.AsSpan(0, length)) < least))
        {
            return 0;
        }

        // "the" is not repeated by "them"; only who goes on within a word says the rest of it.
        var isWordLonger = length < taken.Length && char.IsLetterOrDigit(taken[length]) && !Words.StandsAlone(taken[length]);
        return isWordLonger && (_way == ContinuationWay.Instruction || _gap.Length > 0) ? 0 : length;
    }

    // The endpoint saw whole words only, without the space behind the last.
    private string AfterShown(string rest, int repeated)
    {
        var text = rest.TrimStart();
        var space = rest[..^text.Length];
        var word = _held.TrimStart();
        var isSaidAnew = word.Length > 0 && text.StartsWith(word, StringComparison.Ordinal);

        // One that begins with a space or a full stop, and with another word, goes on behind what it was not shown.
        var goesOnBehind = word.Length > 0 && !isSaidAnew && (space.Length > 0 || (text.Length > 0 && char.IsPunctuation(text[0])));
        KeepsHeld = text.Length == 0 || (repeated == 0 && goesOnBehind);
        if (KeepsHeld || repeated > 0)
        {
            return text.Length == 0 ? "" : rest;
        }

        var gap = _held[..^word.Length];
        return (space.StartsWith(gap, StringComparison.Ordinal) && (gap.Length == 0 || space.Contains('\n', StringComparison.Ordinal)) ? space : gap) + text;
    }

    private string AfterPrefill(string rest, int repeated)
    {
        var word = _held.TrimStart();
        var isWordSaidAnew = repeated == 0 && _gap.Length == 0 && _lead.Length == 0
            && word.Length >= ShortestPartOfWord && rest.StartsWith(word, StringComparison.Ordinal);
        if (isWordSaidAnew)
        {
            Repeated = word;
            return rest[word.Length..];
        }

        // Two spaces are one, and the endpoint's own.
        var isPadded = repeated == 0 && rest.Length - rest.TrimStart().Length == 2 && rest.StartsWith("  ", StringComparison.Ordinal);
        rest = isPadded ? rest[1..] : rest;

        // The client has the space already.
        return rest.StartsWith(_gap, StringComparison.Ordinal) ? rest[_gap.Length..] : rest.TrimStart();
    }
}
