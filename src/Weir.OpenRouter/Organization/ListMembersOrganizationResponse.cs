namespace Weir.OpenRouter;

/// <summary>What <c>OrganizationClient</c> gets: list members organization response.</summary>
public sealed record ListMembersOrganizationResponse : WireRecord
{
    public IReadOnlyList<ListMembersOrganizationResponseDataItem>? Data { get; init; }

    public long? TotalCount { get; init; }
}
