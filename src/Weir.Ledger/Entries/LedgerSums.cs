using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>The same money, added up from every place the ledger keeps it in.</summary>
public sealed record LedgerSums
{
    public required long Entries { get; init; }
    public required AccountTotals Account { get; init; }

    /// <summary>Charges as the generations have them.</summary>
    public required Usd Generations { get; init; }

    /// <summary>Charges less refunds as the days of the keys have them.</summary>
    public required Usd KeyDays { get; init; }

    /// <summary>Charges less refunds as the days of the workspaces have them.</summary>
    public required Usd WorkspaceDays { get; init; }

    /// <summary>Generations whose entry is missing or has another amount, and charges of no generation.</summary>
    public required long Mismatches { get; init; }

    /// <summary>Charges of which more was given back than was taken.</summary>
    public long Overpaid { get; init; }

    /// <summary>What providers billed to the owners of credentials, as the generations, the days of the keys and those of the workspaces have it.</summary>
    public (Usd Generations, Usd KeyDays, Usd WorkspaceDays) Byok { get; init; }
}
