namespace Weir.OpenRouter;

/// <summary>A page of provider keys.</summary>
public sealed record ListByokKeysResponse : WireRecord
{
    /// <summary>The keys of this page.</summary>
    public IReadOnlyList<ByokKey>? Data { get; init; }

    /// <summary>How many keys there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
