using System.Buffers;
using System.Text.RegularExpressions;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>One way to talk a model out of its instructions.</summary>
internal sealed class InjectionPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline;

    private readonly SearchValues<string> _keywords;
    private readonly Lazy<Regex> _regex;
    private readonly Lazy<Regex> _collapsed;

    /// <param name="name">Its identifier in the API.</param>
    /// <param name="keywords">Words of which each match holds one: whether a text holds any is found out many times faster.</param>
    /// <param name="pattern">The expression; of white space it says <c>\s+</c>.</param>
    public InjectionPattern(string name, string[] keywords, string pattern)
    {
        Name = name;
        var comparison = keywords.Any(word => word.Any(char.IsAsciiLetter)) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _keywords = SearchValues.Create(keywords, comparison);

        // Letters that were pulled apart have lost the spaces between their words, and their borders.
        var tight = pattern.Replace(@"\s+", @"\s*", StringComparison.Ordinal).Replace(@"\b", "", StringComparison.Ordinal);

        // To make one takes longer than to use it: before it is needed, and no sooner.
        _regex = new Lazy<Regex>(() => new Regex(pattern, Options, ScanBudget.Longest));
        _collapsed = new Lazy<Regex>(() => new Regex(tight, Options, ScanBudget.Longest));
    }

    public string Name { get; }

    /// <summary>Makes what searching takes, so that no request waits for it.</summary>
    public void Prepare() => _ = (_regex.Value, _collapsed.Value);

    public void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        if (!text.AsSpan().ContainsAny(_keywords))
        {
            return;
        }

        foreach (var match in _regex.Value.EnumerateMatches(text))
        {
            budget.Check();
            found.Add(new TextMatch(match.Index, match.Length, Name));
        }
    }

    /// <summary>Whether it is in a text whose letters stood apart.</summary>
    public bool IsInCollapsed(string text) => text.AsSpan().ContainsAny(_keywords) && _collapsed.Value.IsMatch(text);
}
