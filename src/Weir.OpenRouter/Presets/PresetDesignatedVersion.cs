using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A version of a preset: what it puts into a request.</summary>
public sealed record PresetDesignatedVersion : WireRecord
{
    /// <summary>Members of requests, by wire name; a request that says otherwise wins.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Id of the user who made it.</summary>
    public string? CreatorId { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Id { get; init; }

    /// <summary>UUID of its preset.</summary>
    public string? PresetId { get; init; }

    /// <summary>System message for requests that bring none; null puts none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>When it last changed, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>Its number, from 1; the newest has the highest.</summary>
    public long? Version { get; init; }
}
