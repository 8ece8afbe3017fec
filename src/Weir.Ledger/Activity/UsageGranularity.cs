namespace Weir.Ledger.Activity;

/// <summary>How long the windows are that traffic is summed in; all begin on UTC boundaries, weeks on Monday.</summary>
public enum UsageGranularity
{
    /// <summary>All of it in one.</summary>
    None,

    Minute,
    Hour,
    Day,
    Week,
    Month,
}
