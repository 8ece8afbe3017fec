namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> sends: bulk unassign members request.</summary>
public sealed record BulkUnassignMembersRequest : WireRecord
{
    public required IReadOnlyList<string> MemberUserIds { get; init; }
}
