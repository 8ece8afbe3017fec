namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: list member assignments response.</summary>
public sealed record ListMemberAssignmentsResponse : WireRecord
{
    public IReadOnlyList<MemberAssignment>? Data { get; init; }

    public long? TotalCount { get; init; }
}
