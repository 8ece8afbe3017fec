namespace Weir.OpenRouter;

/// <summary>What <c>ScimClient</c> sends: create scim group mapping request.</summary>
public sealed record CreateScimGroupMappingRequest : WireRecord
{
    /// <summary>One of <c>admin</c>, <c>member</c>.</summary>
    public required string Role { get; init; }

    public required string ScimGroupId { get; init; }

    public required string WorkspaceId { get; init; }
}
