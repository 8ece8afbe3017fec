namespace Weir.Ledger.Admission;

/// <summary>A rate limit that is used up.</summary>
/// <param name="What">What is limited, for people: <c>requests a minute of this key</c>.</param>
/// <param name="Limit">How many.</param>
/// <param name="ResetAt">When there is room again; null: when one of the requests under way ends.</param>
public sealed record RateRefusal(string What, long Limit, DateTimeOffset? ResetAt);
