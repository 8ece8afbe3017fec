namespace Weir.OpenRouter;

/// <summary>What the members of a group are to be in the workspace. <c>PATCH /scim/group-mappings/{id}</c>.</summary>
public sealed record UpdateScimGroupMappingRequest : WireRecord
{
    /// <summary>What they are to be in the workspace. One of <c>admin</c>, <c>member</c>.</summary>
    public required string Role { get; init; }
}
