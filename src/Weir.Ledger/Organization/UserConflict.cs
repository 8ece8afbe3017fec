namespace Weir.Ledger.Organization;

/// <summary>Why a user could not be saved.</summary>
public enum UserConflict
{
    None,

    /// <summary>Another user has the address.</summary>
    Email,

    /// <summary>There are <see cref="UserRow.Capacity"/> users.</summary>
    Full,
}
