using System.Text;

namespace Weir.Gateway.Continuation;

/// <summary>Joins an answer to the text with which another endpoint goes on: no word twice, none lost, no space too many.</summary>
/// <remarks>
/// <code>
/// "It is a fine "  +  "day today."             →  "It is a fine day today."
/// "It is a fine "  +  "a fine day today."      →  the same: the last words were repeated
/// "It is a fine "  +  "It is a fine day today." →  the same: the answer was given again
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

        // Behind a repetition the space before the next word must be known too.
        var isKnown = _taken.Length > 0 && !_overlap.IsOpen && RestAfter(_overlap.Repeated).Trim().Length > 0;
        return isKnown && !IsOtherVersion ? Close() : "";
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

        // Behind a space "the" is not repeated by "them".
        var parts = _gap.Length > 0 && length < taken.Length && char.IsLetterOrDigit(taken[length]) && !Words.StandsAlone(taken[length]);
        return parts ? 0 : length;
    }

    // The endpoint saw whole words only. One that begins with a space behind a space did not see it so: it goes on behind what it was not shown.
    private string AfterShown(string rest, int repeated)
    {
        var text = rest.TrimStart();
        var isSaidAnew = _held.Length > 0 && text.StartsWith(_held, StringComparison.Ordinal);
        var goesOnBehind = _held.Length > 0 && repeated == 0 && !isSaidAnew && rest.Length > text.Length;
        KeepsHeld = goesOnBehind || rest.Length == 0;
        return KeepsHeld ? rest : WithoutGap(rest);
    }

    private string AfterPrefill(string rest, int repeated)
    {
        var isWordSaidAnew = repeated == 0 && _gap.Length == 0 && _lead.Length == 0
            && _held.Length >= ShortestPartOfWord && rest.StartsWith(_held, StringComparison.Ordinal);
        if (isWordSaidAnew)
        {
            Repeated = _held;
            return rest[_held.Length..];
        }

        // One space, whatever the endpoint put before the next word: only lines are indented.
        var isPadded = repeated == 0 && _gap.Length == 0 && _base.Length > 0 && rest.StartsWith("  ", StringComparison.Ordinal);
        return isPadded ? " " + rest.TrimStart(' ') : WithoutGap(rest);
    }

    // The client has the space already.
    private string WithoutGap(string rest)
    {
        if (_gap.Length == 0)
        {
            return rest;
        }

        return rest.StartsWith(_gap, StringComparison.Ordinal) ? rest[_gap.Length..] : rest.TrimStart();
    }

    private string RestAfter(int length) => _taken.ToString(length, _taken.Length - length);
}
