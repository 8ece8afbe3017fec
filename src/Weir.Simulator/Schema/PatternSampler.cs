using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Weir.Simulator.Text;

namespace Weir.Simulator.Schema;

/// <summary>Makes a text that matches a JSON schema <c>pattern</c>, as far as the pattern is made of plain regular expressions.</summary>
internal static class PatternSampler
{
    private const int LongestPattern = 512;
    private static readonly int[] Growths = [1, 0, 2, 4, 8, 16, 32, 64, 128];
    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(100);

    /// <summary>A matching text of that length in characters, or null when the pattern is too much for this sampler.</summary>
    public static string? Sample(string pattern, int least, int most, SeededRandom random)
    {
        if (pattern.Length > LongestPattern)
        {
            return null;
        }

        try
        {
            // Patterns come from clients: no backtracking, and a time limit on top.
            var check = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTime);
            var emit = new PatternParser(pattern, random).Parse();
            foreach (var growth in Growths)
            {
                var text = new StringBuilder();
                emit(text, growth);
                var made = text.ToString();
                var length = new StringInfo(made).LengthInTextElements;
                if (length >= least && length <= most && check.IsMatch(made))
                {
                    return made;
                }
            }
        }
        catch (Exception beyond) when (beyond is ArgumentException or NotSupportedException or RegexMatchTimeoutException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }

        return null;
    }
}
