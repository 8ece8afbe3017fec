namespace Weir.OpenRouter;

/// <summary>A page of members of the organization.</summary>
public sealed record ListMembersOrganizationResponse : WireRecord
{
    /// <summary>The members of this page.</summary>
    public IReadOnlyList<ListMembersOrganizationResponseDataItem>? Data { get; init; }

    /// <summary>How many members there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
