namespace Weir.OpenRouter;

/// <summary>Provider preferences max price, as <c>ChatClient</c> sends it.</summary>
public sealed record ProviderPreferencesMaxPrice : WireRecord
{
    public string? Audio { get; init; }

    public string? Completion { get; init; }

    public string? Image { get; init; }

    public string? Prompt { get; init; }

    public string? Request { get; init; }
}
