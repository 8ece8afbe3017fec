namespace Weir.OpenRouter;

/// <summary>One kind of task and its share. All shares are fractions, 0 to 1.</summary>
public sealed record TaskClassificationItem : WireRecord
{
    /// <summary>Its share of the tokens of its group; the shares of a group add up to 1.</summary>
    public decimal? CategoryTokenShare { get; init; }

    /// <summary>Its share of the calls of its group; the shares of a group add up to 1.</summary>
    public decimal? CategoryUsageShare { get; init; }

    /// <summary>For people, such as <c>Code Generation</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The group that it belongs to: the part of <see cref="Tag"/> before the colon, <c>code</c>, <c>data</c>, <c>agent</c> or <c>general</c>.
    /// </summary>
    public string? MacroCategory { get; init; }

    /// <summary>The models used most for it, most calls first.</summary>
    public IReadOnlyList<TaskClassificationModel>? Models { get; init; }

    /// <summary>What it is called, group first: <c>code:general_impl</c>.</summary>
    public string? Tag { get; init; }

    /// <summary>Its share of all classified tokens, of prompts and completions.</summary>
    public decimal? TokenShare { get; init; }

    /// <summary>Its share of all classified calls.</summary>
    public decimal? UsageShare { get; init; }
}
