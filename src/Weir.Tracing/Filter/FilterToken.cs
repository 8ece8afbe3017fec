namespace Weir.Tracing.Filter;

/// <summary>A piece of a filter's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name or sign as written, a text without its quotes and escapes.</param>
/// <param name="Position">Where it begins, from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position)
{
    public bool Is(string sign) => Kind is FilterTokenKind.Sign or FilterTokenKind.Name && Text == sign;

    /// <summary>How a message names it.</summary>
    public string Shown => Kind switch
    {
        FilterTokenKind.End => "the end",
        FilterTokenKind.Text => "a text in quotes",
        _ => $"'{Text}'",
    };
}
