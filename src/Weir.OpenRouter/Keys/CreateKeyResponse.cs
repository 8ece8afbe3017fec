namespace Weir.OpenRouter;

/// <summary>What <c>KeysClient</c> gets: create key response.</summary>
public sealed record CreateKeyResponse : WireRecord
{
    public ApiKey? Data { get; init; }

    public string? Key { get; init; }
}
