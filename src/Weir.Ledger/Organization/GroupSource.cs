namespace Weir.Ledger.Organization;

/// <summary>Who says who is in a group; the other one's say does not change it.</summary>
public enum GroupSource
{
    /// <summary>The claims of those who sign in.</summary>
    Claim,

    /// <summary>The directory that provisions users.</summary>
    Directory,
}
