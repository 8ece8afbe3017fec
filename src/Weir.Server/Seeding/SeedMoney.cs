using System.Collections.Immutable;
using System.Globalization;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Server.Seeding;

/// <summary>Grants credits when they run low, gives some charges back, and sets budgets.</summary>
internal sealed class SeedMoney(SeedStores stores, SeedAudit audit, SeedSpending spending, decimal grantDollars)
{
    private const int MostRefunds = 8;

    private int _refunds;

    /// <summary>Grants more when less than a quarter of a grant is left, as a person would who looks at the balance now and then.</summary>
    /// <remarks>What is granted always covers what is charged here, so that a balance of real credits is not used up by it.</remarks>
    public async Task TopUpAsync(CancellationToken cancellationToken)
    {
        // The account knows the charges from before; those made here go to the store directly.
        if (stores.Credits.Account.Balance - spending.All < Usd.FromDollarsRoundedUp(grantDollars / 4))
        {
            _ = await stores.Credits.GrantAsync(Usd.FromDollarsRoundedUp(grantDollars), "ada@seed.example", "Seed: made-up credits", cancellationToken);
            await audit.NoteAsync("POST", "/api/weir/credits", 201);
        }
    }

    public async Task RefundAsync(GenerationId generation, CancellationToken cancellationToken)
    {
        if (_refunds == MostRefunds)
        {
            return;
        }

        var draft = new RefundDraft
        {
            GenerationId = generation,
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"seed-refund-{generation.Value}"),
            Actor = "grace@seed.example",
            Reason = "Seed: the answer was cut off",
        };
        if ((await stores.Credits.RefundAsync(draft, cancellationToken)).Outcome == RefundOutcome.Made)
        {
            _refunds++;
            await audit.NoteAsync("POST", "/api/weir/credits/refunds", 201);
        }
    }

    /// <summary>A budget a month for every workspace, one a day for the busiest, by what was spent: one is nearly used up.</summary>
    public async Task SetBudgetsAsync(ImmutableDictionary<string, Guid> workspaces, CancellationToken cancellationToken)
    {
        var room = 1.12m;
        foreach (var (slug, id) in workspaces.OrderByDescending(pair => spending.OfWorkspaceThisMonth(pair.Value).Nanos))
        {
            // The default workspace is not made up, and real requests would meet its budget.
            if (slug.Length > 0)
            {
                var month = Math.Max(2, Math.Round(spending.OfWorkspaceThisMonth(id).ToDollars() * room));
                _ = await stores.Workspaces.SetBudgetAsync(id, LimitReset.Monthly, Usd.FromDollarsRoundedUp(month), includeByok: null, cancellationToken);
                await audit.NoteAsync("PUT", $"/api/v1/workspaces/{slug}/budgets/monthly");
                _ = await stores.Workspaces.SetBudgetAsync(id, LimitReset.Daily, Usd.FromDollarsRoundedUp(Math.Round(month / 6, 2)), includeByok: null, cancellationToken);
                await audit.NoteAsync("PUT", $"/api/v1/workspaces/{slug}/budgets/daily");
                room += 0.4m;
            }
        }
    }
}
