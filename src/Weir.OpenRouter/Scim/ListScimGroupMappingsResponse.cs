namespace Weir.OpenRouter;

/// <summary>What <c>ScimClient</c> gets: list scim group mappings response.</summary>
public sealed record ListScimGroupMappingsResponse : WireRecord
{
    public IReadOnlyList<ScimGroupMapping>? Data { get; init; }

    public long? TotalCount { get; init; }
}
