namespace Weir.Tracing.Filter;

/// <summary>A value that a filter compares: one that it says, or one of a span.</summary>
/// <remarks>Times are numbers of nanoseconds since 1970; a truth value is 1 or 0.</remarks>
public readonly record struct FilterValue
{
    private FilterValue(FilterValueKind kind, string? text, decimal number)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public FilterValueKind Kind { get; }

    /// <summary>The text; null for everything that is not one.</summary>
    public string? Text { get; }

    public decimal Number { get; }

    public static FilterValue None => default;

    public static FilterValue Other { get; } = new(FilterValueKind.Other, null, 0);

    public static FilterValue Of(string? text) => text is null ? None : new FilterValue(FilterValueKind.Text, text, 0);

    public static FilterValue Of(decimal? number) => number is { } given ? new FilterValue(FilterValueKind.Number, null, given) : None;

    public static FilterValue Of(bool truth) => new(FilterValueKind.Truth, null, truth ? 1 : 0);
}
