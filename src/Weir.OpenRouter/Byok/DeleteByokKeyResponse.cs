namespace Weir.OpenRouter;

/// <summary>Says that a provider key is deleted.</summary>
public sealed record DeleteByokKeyResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}
