namespace Weir.OpenRouter;

/// <summary>What <c>PresetsClient</c> gets: list preset versions response.</summary>
public sealed record ListPresetVersionsResponse : WireRecord
{
    public IReadOnlyList<PresetDesignatedVersion>? Data { get; init; }

    public long? TotalCount { get; init; }
}
