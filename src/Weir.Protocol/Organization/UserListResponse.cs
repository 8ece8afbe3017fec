namespace Weir.Protocol.Organization;

/// <summary>One page of users.</summary>
public sealed record UserListResponse(IReadOnlyList<UserRecord> Data, int TotalCount);
