namespace Weir.OpenRouter;

/// <summary>A group of kinds of task and its share.</summary>
public sealed record TaskClassificationMacroCategory : WireRecord
{
    /// <summary>One of <c>code</c>, <c>data</c>, <c>agent</c>, <c>general</c>.</summary>
    public string? Key { get; init; }

    /// <summary>For people, such as <c>Code</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Share of all classified tokens, 0 to 1.</summary>
    public decimal? TokenShare { get; init; }

    /// <summary>Share of all classified calls, 0 to 1.</summary>
    public decimal? UsageShare { get; init; }
}
