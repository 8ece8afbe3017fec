using Weir.Ledger.Organization;

namespace Weir.Ledger.Keys;

/// <summary>Who is calling: a key that was let in, and its running spend.</summary>
public sealed record Caller(KeyRow Key, SpendState Usage)
{
    public Guid WorkspaceId => Key.WorkspaceId;

    /// <summary>The user who is signed in; null: the caller is a key, or whoever may run commands on the data folder.</summary>
    public UserRow? User { get; init; }
}
