namespace Weir.Ledger.Workspaces;

/// <summary>What a member may do in a workspace.</summary>
public enum MemberRole
{
    Member,
    Admin,
}
