using System.IO.Enumeration;

namespace Weir.Gateway.Routing.Routers;

/// <summary>A pattern of model slugs: <c>acme/*</c>, <c>*/small-*</c>, or a slug itself; a star is any text, in any case.</summary>
internal readonly record struct ModelPattern(string Text)
{
    /// <summary>Patterns of one list.</summary>
    public const int Most = 1024;

    /// <summary>Characters of all patterns of one list.</summary>
    public const int LongestList = 65_536;

    /// <summary>Characters of one pattern.</summary>
    public const int Longest = 1024;

    private readonly string _expression = Text.Replace("?", "\\?", StringComparison.Ordinal);

    public bool Matches(string slug) => FileSystemName.MatchesSimpleExpression(_expression, slug);
}
