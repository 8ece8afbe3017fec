namespace Weir.OpenRouter;

/// <summary>Members that a guardrail is to watch no longer.</summary>
public sealed record BulkUnassignMembersRequest : WireRecord
{
    /// <summary>Ids of the members, one or more.</summary>
    public required IReadOnlyList<string> MemberUserIds { get; init; }
}
