namespace Weir.OpenRouter;

/// <summary>A page of presets.</summary>
public sealed record ListPresetsResponse : WireRecord
{
    /// <summary>The presets without their versions, last changed first.</summary>
    public IReadOnlyList<Preset>? Data { get; init; }

    /// <summary>How many presets there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
