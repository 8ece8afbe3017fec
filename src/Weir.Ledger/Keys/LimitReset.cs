namespace Weir.Ledger.Keys;

/// <summary>How often a key's spending limit starts again; always at midnight UTC, weeks on Monday.</summary>
public enum LimitReset
{
    Never,
    Daily,
    Weekly,
    Monthly,
}
