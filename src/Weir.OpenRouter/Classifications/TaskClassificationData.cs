namespace Weir.OpenRouter;

/// <summary>Task classification data, as <c>ClassificationsClient</c> gets it.</summary>
public sealed record TaskClassificationData : WireRecord
{
    public string? AsOf { get; init; }

    public IReadOnlyList<TaskClassificationItem>? Classifications { get; init; }

    public IReadOnlyList<TaskClassificationMacroCategory>? MacroCategories { get; init; }

    public long? WindowDays { get; init; }
}
