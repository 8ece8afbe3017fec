namespace Weir.Ledger.Notifications;

/// <summary>What operators are told of.</summary>
public enum NoticeKind
{
    /// <summary>A key has used up a part of its limit.</summary>
    KeyLimit,

    /// <summary>A workspace has used up a part of a budget.</summary>
    WorkspaceBudget,

    /// <summary>The balance of the account is low.</summary>
    LowBalance,

    /// <summary>Somebody wanted to see whether notices arrive.</summary>
    Test,
}
