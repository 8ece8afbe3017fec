using System.Collections.Immutable;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>Finds words that models read although their middle letters are scrambled: <c>ignroe</c>, <c>prmopt</c>.</summary>
internal static class ScrambledWords
{
    private const string Name = "typoglycemia_injection";

    private static readonly ImmutableArray<string> Targets = ["ignore", "bypass", "override", "reveal", "delete", "system", "prompt", "instructions"];
    private static readonly int Shortest = Targets.Min(word => word.Length);
    private static readonly int Longest = Targets.Max(word => word.Length);

    public static void Find(string text, List<TextMatch> found)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0 && at - start >= Shortest && at - start <= Longest && IsScrambled(text.AsSpan(start, at - start)))
            {
                found.Add(new TextMatch(start, at - start, Name));
            }

            start = -1;
        }
    }

    private static bool IsScrambled(ReadOnlySpan<char> word)
    {
        foreach (var target in Targets)
        {
            if (word.Length == target.Length && (word[0] | ' ') == target[0] && (word[^1] | ' ') == target[^1]
                && !word.Equals(target, StringComparison.OrdinalIgnoreCase) && HasSameLetters(word, target))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasSameLetters(ReadOnlySpan<char> word, ReadOnlySpan<char> target)
    {
        Span<int> counts = stackalloc int['z' - 'a' + 1];
        counts.Clear();
        for (var index = 0; index < word.Length; index++)
        {
            counts[(word[index] | ' ') - 'a']++;
            counts[target[index] - 'a']--;
        }

        return !counts.ContainsAnyExcept(0);
    }
}
