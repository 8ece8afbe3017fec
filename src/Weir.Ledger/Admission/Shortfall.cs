using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>Why a request may not spend: the limit that it does not fit under.</summary>
public sealed record Shortfall
{
    public required LimitKind Limit { get; init; }

    /// <summary>The amount of the limit; of the account, what was granted.</summary>
    public required Usd Amount { get; init; }

    /// <summary>What has been charged under it.</summary>
    public required Usd Spent { get; init; }

    /// <summary>What requests under way hold of the rest.</summary>
    public required Usd Held { get; init; }

    public LimitReset Reset { get; init; }

    /// <summary>Name of the guardrail whose limit it is; null for any other limit.</summary>
    public string? Guardrail { get; init; }

    /// <summary>What a request may hold now; never below zero.</summary>
    public Usd Available => new(Math.Max(0, (Amount - Spent - Held).Nanos));

    /// <summary>Whether there is nothing left although nothing is held: no request fits, however small.</summary>
    public bool IsUsedUp => Spent >= Amount;
}
