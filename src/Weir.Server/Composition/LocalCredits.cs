using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Grants credits and gives charges back directly in a data folder; a server that runs on it honours both within a second.</summary>
public static class LocalCredits
{
    private const string Actor = "command line";

    /// <returns>The balance afterwards, in US dollars.</returns>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static Task<string> GrantAsync(string dataFolder, decimal dollars, string? note, CancellationToken cancellationToken) =>
        ChangeAsync(dataFolder, credits => credits.GrantAsync(Usd.FromDollarsRoundedUp(dollars), Actor, note, cancellationToken), cancellationToken);

    /// <param name="dataFolder">Whose ledger.</param>
    /// <param name="generationId">What was charged.</param>
    /// <param name="dollars">How much; null: all that is left of the charge.</param>
    /// <param name="reason">Why.</param>
    /// <param name="idempotencyKey">The same one again changes nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The balance afterwards, in US dollars.</returns>
    /// <exception cref="IOException">The folder cannot be used, or that cannot be given back; the message says why.</exception>
    public static Task<string> RefundAsync(
        string dataFolder, string generationId, decimal? dollars, string reason, string idempotencyKey, CancellationToken cancellationToken)
    {
        var draft = new RefundDraft
        {
            GenerationId = new GenerationId(generationId),
            Amount = dollars is { } amount ? Usd.FromDollarsRoundedUp(amount) : null,
            IdempotencyKey = idempotencyKey,
            Actor = Actor,
            Reason = reason,
        };
        return ChangeAsync(dataFolder, credits => RefundAsync(credits, draft, cancellationToken), cancellationToken);
    }

    private static async Task RefundAsync(CreditRegistrar credits, RefundDraft draft, CancellationToken cancellationToken)
    {
        var result = await credits.RefundAsync(draft, cancellationToken);
        if (RefundText.Problem(draft, result) is { } problem)
        {
            throw new IOException(problem);
        }
    }

    private static async Task<string> ChangeAsync(string dataFolder, Func<CreditRegistrar, Task> change, CancellationToken cancellationToken)
    {
        DataFolder.Create(dataFolder);
        await using var ledger = SqliteLedgerStore.Open(dataFolder, Durability.Disk);
        using var governance = await Governance.LoadAsync(ledger, new KeyDirectory(), TimeProvider.System, cancellationToken);
        await change(governance.Credits);
        return governance.Credits.Account.Balance.ToString();
    }
}
