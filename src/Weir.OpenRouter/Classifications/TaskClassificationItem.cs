namespace Weir.OpenRouter;

/// <summary>Task classification item, as <c>ClassificationsClient</c> gets it.</summary>
public sealed record TaskClassificationItem : WireRecord
{
    public decimal? CategoryTokenShare { get; init; }

    public decimal? CategoryUsageShare { get; init; }

    public string? DisplayName { get; init; }

    public string? MacroCategory { get; init; }

    public IReadOnlyList<TaskClassificationModel>? Models { get; init; }

    public string? Tag { get; init; }

    public decimal? TokenShare { get; init; }

    public decimal? UsageShare { get; init; }
}
