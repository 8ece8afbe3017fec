using System.Text;

namespace Weir.Gateway.Continuation;

/// <summary>Where words begin and end in a text, for scripts with spaces between words and for those without.</summary>
internal static class Words
{
    /// <summary>Whether a character is a word of its own, as in Chinese, Japanese and Thai.</summary>
    public static bool StandsAlone(char one) => one
        is (>= '\u0E00' and <= '\u0EFF') or (>= '\u2E80' and <= '\uABFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');

    /// <summary>Whether a text may be parted behind this character without parting a word.</summary>
    public static bool EndsBehind(char one) => char.IsWhiteSpace(one) || StandsAlone(one);

    /// <summary>How many different words a text has: a repetition of many is no coincidence. Two characters that stand alone count as one.</summary>
    public static int CountDifferent(ReadOnlySpan<char> text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var alone = new HashSet<char>();
        var word = new StringBuilder();
        foreach (var one in text)
        {
            if (StandsAlone(one))
            {
                _ = alone.Add(one);
            }
            else if (char.IsLetterOrDigit(one))
            {
                _ = word.Append(one);
                continue;
            }

            Close();
        }

        Close();
        return words.Count + (alone.Count / 2);

        void Close()
        {
            if (word.Length > 1)
            {
                _ = words.Add(word.ToString());
            }

            _ = word.Clear();
        }
    }
}
