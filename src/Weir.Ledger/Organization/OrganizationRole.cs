namespace Weir.Ledger.Organization;

/// <summary>What a user may do in the whole installation.</summary>
public enum OrganizationRole
{
    /// <summary>What the memberships in workspaces say.</summary>
    Member,

    /// <summary>What a management key may do.</summary>
    Admin,
}
