using System.Globalization;

namespace Weir.Tracing.Search;

/// <summary>What a word is, in spans and in questions alike: letters and digits that stand together, in lower case.</summary>
/// <remarks>
/// Of scripts that put no spaces between words each character is a word. A run longer than <see cref="LongestWord"/> is no word: it is
/// an id, a hash, or an image in base64.
/// </remarks>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Characters of the longest word.</summary>
    public const int LongestWord = 64;

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether a star stands right behind the last word.</summary>
    public readonly bool IsBeginning => _rest is ['*', ..];

    /// <summary>The next word in lower case; false at the end.</summary>
    /// <param name="room">At least <see cref="LongestWord"/> characters.</param>
    public bool TryRead(scoped Span<char> room, out int length)
    {
        length = 0;
        while (!_rest.IsEmpty)
        {
            var start = 0;
            while (start < _rest.Length && !IsPart(_rest, start))
            {
                start++;
            }

            _rest = _rest[start..];
            var end = LengthOfWord(_rest);
            var word = _rest[..end];
            _rest = _rest[end..];
            if (end is > 0 and <= LongestWord)
            {
                length = word.ToLowerInvariant(room);
                return true;
            }
        }

        return false;
    }

    private static int LengthOfWord(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || IsWordOfItsOwn(text[0]))
        {
            return Math.Min(1, text.Length);
        }

        var length = 0;
        while (length < text.Length && IsPart(text, length) && !IsWordOfItsOwn(text[length]))
        {
            length++;
        }

        return length;
    }

    // Halves of a pair belong to their word whatever they spell: what they are together takes a table to tell.
    private static bool IsPart(ReadOnlySpan<char> text, int place) =>
        char.IsAscii(text[place]) ? char.IsAsciiLetterOrDigit(text[place]) : char.GetUnicodeCategory(text[place])
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;

    // Kana, and the ideographs of the first plane.
    private static bool IsWordOfItsOwn(char character) => character is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');
}
