namespace Weir.OpenRouter;

/// <summary>What a request may cost at most, USD as decimal text; null sets no limit.</summary>
public sealed record ProviderPreferencesMaxPrice : WireRecord
{
    /// <summary>USD for one unit of sound.</summary>
    public string? Audio { get; init; }

    /// <summary>USD for a million tokens of the completion.</summary>
    public string? Completion { get; init; }

    /// <summary>USD for one image.</summary>
    public string? Image { get; init; }

    /// <summary>USD for a million tokens of the prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>USD for one call, beside its tokens.</summary>
    public string? Request { get; init; }
}
