namespace Weir.OpenRouter;

/// <summary>What <c>PresetsClient</c> gets: list presets response.</summary>
public sealed record ListPresetsResponse : WireRecord
{
    public IReadOnlyList<Preset>? Data { get; init; }

    public long? TotalCount { get; init; }
}
