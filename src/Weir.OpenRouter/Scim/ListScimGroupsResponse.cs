namespace Weir.OpenRouter;

/// <summary>A page of groups of the directory.</summary>
public sealed record ListScimGroupsResponse : WireRecord
{
    /// <summary>The groups of this page.</summary>
    public IReadOnlyList<ScimGroup>? Data { get; init; }

    /// <summary>How many groups there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
