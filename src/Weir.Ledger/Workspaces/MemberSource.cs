namespace Weir.Ledger.Workspaces;

/// <summary>Why a user belongs to a workspace; of several reasons the last one here counts.</summary>
public enum MemberSource
{
    /// <summary>Added by hand.</summary>
    Hand,

    /// <summary>Through a group of the identity provider.</summary>
    Group,

    /// <summary>Everybody of the organisation belongs to the default workspace.</summary>
    Organization,
}
