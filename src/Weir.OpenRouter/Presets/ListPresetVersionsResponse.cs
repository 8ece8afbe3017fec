namespace Weir.OpenRouter;

/// <summary>A page of versions of a preset.</summary>
public sealed record ListPresetVersionsResponse : WireRecord
{
    /// <summary>The versions, oldest first.</summary>
    public IReadOnlyList<PresetDesignatedVersion>? Data { get; init; }

    /// <summary>How many versions there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
