namespace Weir.OpenRouter;

/// <summary>What <c>ByokClient</c> gets: list byok keys response.</summary>
public sealed record ListByokKeysResponse : WireRecord
{
    public IReadOnlyList<ByokKey>? Data { get; init; }

    public long? TotalCount { get; init; }
}
