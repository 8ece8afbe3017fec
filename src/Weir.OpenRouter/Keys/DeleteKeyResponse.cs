namespace Weir.OpenRouter;

/// <summary>Says that a key is deleted.</summary>
public sealed record DeleteKeyResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}
