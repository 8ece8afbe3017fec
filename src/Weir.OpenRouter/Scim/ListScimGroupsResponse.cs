namespace Weir.OpenRouter;

/// <summary>What <c>ScimClient</c> gets: list scim groups response.</summary>
public sealed record ListScimGroupsResponse : WireRecord
{
    public IReadOnlyList<ScimGroup>? Data { get; init; }

    public long? TotalCount { get; init; }
}
