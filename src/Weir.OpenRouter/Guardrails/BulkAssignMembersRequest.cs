namespace Weir.OpenRouter;

/// <summary>Members that a guardrail is to watch. A member whom another one watched changes over.</summary>
public sealed record BulkAssignMembersRequest : WireRecord
{
    /// <summary>Ids of the members, one or more.</summary>
    public required IReadOnlyList<string> MemberUserIds { get; init; }
}
