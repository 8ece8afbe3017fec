namespace Weir.Ledger.Pricing;

/// <summary>The most that an exchange can use at one endpoint, known before it is sent.</summary>
public sealed record UsageBound
{
    /// <summary>Tokens of the prompt, cached ones and those of media included.</summary>
    public required long Prompt { get; init; }

    /// <summary>Tokens that one choice can have, reasoning included.</summary>
    public required long Output { get; init; }

    /// <summary>Tokens that the prompt and one choice can have together: the context; null: nothing is known.</summary>
    public long? Context { get; init; }

    /// <summary>Choices that were asked for, 1 or more.</summary>
    public long Choices { get; init; } = 1;

    /// <summary>Images that can be made, where they are paid by the piece.</summary>
    public long Images { get; init; }

    /// <summary>Images that are sent.</summary>
    public long PromptImages { get; init; }

    /// <summary>Web searches that the provider can make.</summary>
    public long WebSearches { get; init; }

    /// <summary>Searches that a reranking can be billed as.</summary>
    public long SearchUnits { get; init; }

    /// <summary>Characters to be spoken.</summary>
    public long Characters { get; init; }

    /// <summary>Seconds of audio to be written down.</summary>
    public decimal Seconds { get; init; }
}
