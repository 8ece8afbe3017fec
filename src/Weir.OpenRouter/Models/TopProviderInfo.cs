namespace Weir.OpenRouter;

/// <summary>Limits of a model at its top provider, the one that the server puts first.</summary>
public sealed record TopProviderInfo : WireRecord
{
    /// <summary>Most tokens of prompt and completion together; null if unknown.</summary>
    public long? ContextLength { get; init; }

    /// <summary>True when the provider looks through prompts and may refuse them.</summary>
    public bool? IsModerated { get; init; }

    /// <summary>Most tokens that it writes; null where it names no limit.</summary>
    public long? MaxCompletionTokens { get; init; }
}
