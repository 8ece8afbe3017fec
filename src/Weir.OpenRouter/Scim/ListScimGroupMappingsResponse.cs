namespace Weir.OpenRouter;

/// <summary>A page of mappings of groups.</summary>
public sealed record ListScimGroupMappingsResponse : WireRecord
{
    /// <summary>The mappings of this page.</summary>
    public IReadOnlyList<ScimGroupMapping>? Data { get; init; }

    /// <summary>How many mappings there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
