namespace Weir.OpenRouter;

/// <summary>Speech request provider, as <c>AudioClient</c> sends it.</summary>
public sealed record SpeechRequestProvider : WireRecord
{
    public ProviderOptions? Options { get; init; }
}
