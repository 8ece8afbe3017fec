using System.Text;
using System.Text.Json;

namespace Weir.Gateway.Continuation;

/// <summary>The text of an answer as it comes: what the client has, and the word under way with the space before it.</summary>
/// <remarks>That word is held back until it is whole: where an answer breaks off within a word, the next endpoint can then say that word anew. Bounded by <see cref="LongestText"/> characters.</remarks>
internal sealed class AnswerTextState
{
    /// <summary>Characters; an answer that is longer is not gone on with elsewhere.</summary>
    public const int LongestText = 256 * 1024;

    // Longer than words are; what is longer has no spaces.
    private const int LongestWord = 64;

    private readonly StringBuilder _all = new();
    private int _shown;

    /// <summary>Whether there was more than is kept.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>All that came.</summary>
    public string Received => _all.ToString();

    /// <summary>What the client has.</summary>
    public string Shown => _all.ToString(0, _shown);

    /// <summary>What is held back.</summary>
    public string Held => _all.ToString(_shown, _all.Length - _shown);

    /// <summary>Whether all that came is one JSON value.</summary>
    public bool IsWholeJson
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(Received);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>Takes a piece in and gives what the client may have of it now, and of what was held back.</summary>
    public string Add(string piece)
    {
        if (IsTooLong || _all.Length + piece.Length > LongestText)
        {
            var held = Held;
            (IsTooLong, _shown) = (true, _all.Length);
            return held + piece;
        }

        _ = _all.Append(piece);
        return Show(WholeUpTo());
    }

    /// <summary>Gives what is held back.</summary>
    public string Release() => Show(_all.Length);

    /// <summary>Forgets what is held back: it is said anew.</summary>
    public void Drop() => _all.Length = _shown;

    private string Show(int end)
    {
        var text = _all.ToString(_shown, end - _shown);
        _shown = end;
        return text;
    }

    // Up to the end of the last word that something follows: neither half a word nor half of the space behind it is shown.
    private int WholeUpTo()
    {
        var end = _all.Length;
        while (end > _shown && !Words.EndsBehind(_all[end - 1]))
        {
            end--;
        }

        while (end > _shown && char.IsWhiteSpace(_all[end - 1]))
        {
            end--;
        }

        // Half a character is never shown.
        var all = _all.Length > 0 && char.IsHighSurrogate(_all[^1]) ? _all.Length - 1 : _all.Length;
        return all - end > LongestWord ? all : end;
    }
}
