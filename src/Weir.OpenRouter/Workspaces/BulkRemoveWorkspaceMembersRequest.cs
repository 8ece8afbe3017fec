namespace Weir.OpenRouter;

/// <summary>Members who are to leave a workspace. One with active keys in it, or from a directory, cannot.</summary>
public sealed record BulkRemoveWorkspaceMembersRequest : WireRecord
{
    /// <summary>Ids of the members, 1 to 100.</summary>
    public required IReadOnlyList<string> UserIds { get; init; }
}
