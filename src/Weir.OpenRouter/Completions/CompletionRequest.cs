namespace Weir.OpenRouter;

/// <summary>A text to go on with.</summary>
public sealed record CompletionRequest : WireRecord
{
    public required string Model { get; init; }
    public required TextOrJson Prompt { get; init; }
    public long? MaxTokens { get; init; }
    public decimal? Temperature { get; init; }
    public decimal? TopP { get; init; }
    public IReadOnlyList<string>? Stop { get; init; }
    public long? Seed { get; init; }
    public bool? Stream { get; init; }
    public ProviderPreferences? Provider { get; init; }
    public string? User { get; init; }
}
