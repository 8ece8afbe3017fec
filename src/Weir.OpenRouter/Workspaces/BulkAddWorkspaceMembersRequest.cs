namespace Weir.OpenRouter;

/// <summary>Members of the organization who are to belong to a workspace, in the role they have there.</summary>
public sealed record BulkAddWorkspaceMembersRequest : WireRecord
{
    /// <summary>Ids of the members, 1 to 100.</summary>
    public required IReadOnlyList<string> UserIds { get; init; }
}
