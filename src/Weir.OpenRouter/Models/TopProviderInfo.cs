namespace Weir.OpenRouter;

/// <summary>Top provider info, as <c>ModelsClient</c> gets it.</summary>
public sealed record TopProviderInfo : WireRecord
{
    public long? ContextLength { get; init; }

    public bool? IsModerated { get; init; }

    public long? MaxCompletionTokens { get; init; }
}
