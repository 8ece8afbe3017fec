using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Preset designated version, as <c>PresetsClient</c> gets it.</summary>
public sealed record PresetDesignatedVersion : WireRecord
{
    public JsonElement? Config { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? CreatorId { get; init; }

    public string? Id { get; init; }

    public string? PresetId { get; init; }

    public string? SystemPrompt { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public long? Version { get; init; }
}
