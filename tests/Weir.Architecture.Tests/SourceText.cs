using System.Text.RegularExpressions;

namespace Weir.Architecture.Tests;

/// <summary>What the text of a source file gives away: SQL, words that are banned, the types it declares.</summary>
internal static partial class SourceText
{
    /// <summary>String literals that hold SQL.</summary>
    public static IEnumerable<string> SqlLiterals(string code) =>
        CommentOrLiteral().Matches(code).Select(match => match.Groups["text"].Value).Where(text => Sql().IsMatch(text));

    /// <summary>Paths of one machine, and marks of what is unfinished.</summary>
    public static IEnumerable<string> BannedWords(string text) => Banned().Matches(text).Select(match => match.Value);

    /// <summary>Names of the types that are not nested in another; namespaces are file-scoped, so they stand at the margin.</summary>
    public static IReadOnlyList<string> TopLevelTypes(string code) => [.. TypeAtMargin().Matches(code).Select(match => match.Groups["name"].Value)];

    /// <summary>Lines of more characters than these; what stands between quotes does not count, for a text is broken where it is read.</summary>
    public static IEnumerable<string> LongLines(string code, int longest) =>
        CommentOrLiteral().Replace(code, match => match.Groups["text"].Length > 0 ? "\"\"" : match.Value)
            .Split('\n')
            .Where(line => line.Length > longest)
            .Select(line => line.Trim());

    public static int LineCount(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    // Comments and characters are matched so that a quote in them opens nothing. SQL is written in capitals here.
    [GeneratedRegex(
        """
        //[^\n]* | /\*.*?\*/ | '(?:\\.|[^\\'\n])+' |
        \$*(?<quotes>"{3,})(?<text>.*?)\k<quotes> | (?:\$@|@\$?)"(?<text>(?:""|[^"])*)" | "(?<text>(?:\\.|[^"\\\n])*)"
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentOrLiteral();

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE)\s|\bDELETE\s+FROM\b|\b(CREATE|ALTER|DROP)\s+TABLE\b")]
    private static partial Regex Sql();

    [GeneratedRegex(@"(?<![\w.])/(work|root)/|\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Banned();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeAtMargin();
}
