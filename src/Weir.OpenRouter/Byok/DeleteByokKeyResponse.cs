namespace Weir.OpenRouter;

/// <summary>What <c>ByokClient</c> gets: delete byok key response.</summary>
public sealed record DeleteByokKeyResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
