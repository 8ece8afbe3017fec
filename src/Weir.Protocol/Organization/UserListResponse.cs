namespace Weir.Protocol.Organization;

/// <summary>One page of users.</summary>
/// <param name="Data">Those of the page, users who are kept out included; usually 50, at most 100.</param>
/// <param name="TotalCount">Users of all pages.</param>
public sealed record UserListResponse(IReadOnlyList<UserRecord> Data, int TotalCount);
