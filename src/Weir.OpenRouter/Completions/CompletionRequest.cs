namespace Weir.OpenRouter;

/// <summary>
/// A text to go on with, without the roles of a chat. <c>POST /completions</c>; what has no property here goes into <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record CompletionRequest : WireRecord
{
    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public required string Model { get; init; }
    /// <summary>The text; as JSON also a list of texts or of token ids.</summary>
    public required TextOrJson Prompt { get; init; }
    /// <summary>Most tokens to write; null leaves it to the provider.</summary>
    public long? MaxTokens { get; init; }
    /// <summary>How freely to choose the next token, 0 to 2; null leaves it to the provider, mostly 1.</summary>
    public decimal? Temperature { get; init; }
    /// <summary>Chooses among the likeliest tokens up to this sum of probabilities, above 0 to 1; null leaves it to the provider.</summary>
    public decimal? TopP { get; init; }
    /// <summary>Texts that end the completion, 4 at most; they are not part of it.</summary>
    public IReadOnlyList<string>? Stop { get; init; }
    /// <summary>Makes answers repeatable where the provider can.</summary>
    public long? Seed { get; init; }
    /// <summary>Set by the client's methods; what stands here is not sent.</summary>
    public bool? Stream { get; init; }
    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }
    /// <summary>The end user it is asked for: a stable pseudonym, so that abuse is told apart.</summary>
    public string? User { get; init; }
}
