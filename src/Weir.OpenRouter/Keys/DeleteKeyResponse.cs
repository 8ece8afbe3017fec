namespace Weir.OpenRouter;

/// <summary>What <c>KeysClient</c> gets: delete key response.</summary>
public sealed record DeleteKeyResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
