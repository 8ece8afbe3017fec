namespace Weir.Ledger.Organization;

/// <summary>A user who is in a group.</summary>
public readonly record struct GroupMember(Guid GroupId, string UserId);
