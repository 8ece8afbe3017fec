namespace Weir.Ledger.Keys;

/// <summary>Who is calling: a key that was let in, and its running spend.</summary>
public sealed record Caller(KeyRow Key, SpendState Usage)
{
    public Guid WorkspaceId => Key.WorkspaceId;
}
