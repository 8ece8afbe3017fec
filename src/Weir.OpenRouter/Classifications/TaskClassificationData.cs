namespace Weir.OpenRouter;

/// <summary>What models are used for: shares of the kinds of task in a sample of the traffic of some days.</summary>
public sealed record TaskClassificationData : WireRecord
{
    /// <summary>Last UTC date of the window, <c>yyyy-MM-dd</c>: yesterday, since today is not complete.</summary>
    public string? AsOf { get; init; }

    /// <summary>The kinds of task, largest <see cref="TaskClassificationItem.UsageShare"/> first; what could not be classified is left out.</summary>
    public IReadOnlyList<TaskClassificationItem>? Classifications { get; init; }

    /// <summary>Shares of the groups of kinds, such as <c>code</c>.</summary>
    public IReadOnlyList<TaskClassificationMacroCategory>? MacroCategories { get; init; }

    /// <summary>How many days the window has.</summary>
    public long? WindowDays { get; init; }
}
