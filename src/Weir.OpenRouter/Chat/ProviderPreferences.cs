using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Provider preferences, as <c>ChatClient</c> sends it.</summary>
public sealed record ProviderPreferences : WireRecord
{
    public bool? AllowFallbacks { get; init; }

    public string? DataCollection { get; init; }

    public bool? EnforceDistillableText { get; init; }

    public IReadOnlyList<string>? Ignore { get; init; }

    public ProviderPreferencesMaxPrice? MaxPrice { get; init; }

    public IReadOnlyList<string>? Only { get; init; }

    public IReadOnlyList<string>? Order { get; init; }

    public JsonElement? PreferredMaxLatency { get; init; }

    public JsonElement? PreferredMinThroughput { get; init; }

    public IReadOnlyList<string>? Quantizations { get; init; }

    public bool? RequireParameters { get; init; }

    public JsonElement? Sort { get; init; }

    public bool? Zdr { get; init; }
}
