namespace Weir.OpenRouter;

/// <summary>What <c>ScimClient</c> sends: update scim group mapping request.</summary>
public sealed record UpdateScimGroupMappingRequest : WireRecord
{
    /// <summary>One of <c>admin</c>, <c>member</c>.</summary>
    public required string Role { get; init; }
}
