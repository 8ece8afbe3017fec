namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> sends: bulk assign members request.</summary>
public sealed record BulkAssignMembersRequest : WireRecord
{
    public required IReadOnlyList<string> MemberUserIds { get; init; }
}
