namespace Weir.OpenRouter;

/// <summary>Task classification macro category, as <c>ClassificationsClient</c> gets it.</summary>
public sealed record TaskClassificationMacroCategory : WireRecord
{
    public string? Key { get; init; }

    public string? Label { get; init; }

    public decimal? TokenShare { get; init; }

    public decimal? UsageShare { get; init; }
}
