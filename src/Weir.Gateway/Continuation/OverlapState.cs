namespace Weir.Gateway.Continuation;

/// <summary>Finds how much of a text is repeated at the start of another that comes in pieces: its last words, or all of it.</summary>
/// <remarks>Keeps every place of the text's end from which the repetition may have begun, and drops those that the next character rules out.</remarks>
internal sealed class OverlapState
{
    // Characters that a repetition of the last words goes back at most.
    private const int Window = 600;

    // So much word for word from the start is no coincidence any more: the answer is being given again.
    private const int LeastRestart = 24;

    private readonly string _text;
    private readonly List<int> _starts = [];
    private bool _fromStart;
    private int _leftStartAt;
    private int _taken;

    /// <param name="text">Without white space at its ends.</param>
    public OverlapState(string text)
    {
        _text = text;
        for (var at = Math.Max(0, text.Length - Window); at < text.Length; at++)
        {
            if (IsWordStart(at))
            {
                _starts.Add(at);
            }
        }

        _fromStart = text.Length > Window;
    }

    /// <summary>Length of the longest repetition that is complete, 0 for none.</summary>
    public int Repeated { get; private set; }

    /// <summary>Whether a longer repetition may still be under way.</summary>
    public bool IsOpen => _fromStart || _starts.Count > 0;

    /// <summary>Whether the whole text was repeated, and it is long enough for that to be no coincidence.</summary>
    public bool IsWhole => Repeated == _text.Length && Repeated >= LeastRestart;

    /// <summary>Whether the text was being repeated from its start, and then went another way or ended.</summary>
    public bool IsOtherVersion => !IsOpen && Repeated == 0 && _leftStartAt >= LeastRestart;

    /// <summary>Takes the next character in.</summary>
    public void Add(char next)
    {
        if (!IsOpen)
        {
            return;
        }

        var wasFromStart = IsFromStart;
        _ = _starts.RemoveAll(start => IsRuledOut(start, next));
        _fromStart &= !IsRuledOut(0, next);
        _leftStartAt = wasFromStart && !IsFromStart ? _taken : _leftStartAt;
        _taken++;
        if (_fromStart && _taken == _text.Length)
        {
            (Repeated, _fromStart) = (_taken, false);
        }

        // The places are in order: the first that is complete is the longest, and all behind it are shorter.
        if (_starts.RemoveAll(start => start + _taken == _text.Length) > 0)
        {
            Repeated = _taken;
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        _leftStartAt = IsFromStart ? _taken : _leftStartAt;
        _starts.Clear();
        _fromStart = false;
    }

    private bool IsFromStart => _fromStart || (_starts.Count > 0 && _starts[0] == 0);

    private bool IsRuledOut(int start, char next) => start + _taken >= _text.Length || _text[start + _taken] != next;

    private bool IsWordStart(int at) => at == 0 || char.IsWhiteSpace(_text[at - 1]) || Words.StandsAlone(_text[at]);
}
