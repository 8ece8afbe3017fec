using System.Collections.Immutable;
using System.Globalization;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol.Primitives;

namespace Weir.Server.Seeding;

/// <summary>The forty keys of the month. Nobody knows a text of theirs: they cannot be called with.</summary>
internal sealed class SeedKeys(SeedStores stores, SeedAudit audit, SeedClock clock, SeedRandom random)
{
    // By application, in the order of SeedApp.All.
    private static readonly int[] OfApp = [8, 6, 9, 4, 5, 3, 2, 3];

    private static readonly string[] Stages = ["production", "staging", "batch", "mobile", "web", "internal", "preview", "partner", "trial"];

    private const int HoursBetweenLimits = 5;

    public static int Count => OfApp.Sum();

    public async Task<ImmutableArray<SeedCaller>> MakeAsync(
        ImmutableArray<UserRow> users, ImmutableDictionary<string, Guid> workspaces, CancellationToken cancellationToken)
    {
        var callers = ImmutableArray.CreateBuilder<SeedCaller>(Count);
        foreach (var (app, count) in SeedApp.All.Zip(OfApp))
        {
            for (var index = 0; index < count; index++)
            {
                clock.Now = clock.Now.AddMinutes(7);
                var hash = random.KeyHash();
                var hex = hash.ToString();
                var key = new KeyRow
                {
                    Hash = hash,
                    Label = $"{KeyText.Prefix}{hex[..3]}...{hex[^3..]}",
                    Name = string.Create(CultureInfo.InvariantCulture, $"{app.Project} {Stages[index]}"),
                    Kind = KeyKind.Inference,
                    WorkspaceId = workspaces[app.Workspace],
                    CreatedAt = clock.Now,
                    CreatorUserId = random.Pick(users).Id,
                };
                await stores.Ledger.SaveKeyAsync(key, cancellationToken);
                await audit.NoteAsync("POST", "/api/v1/keys", 201);
                callers.Add(new SeedCaller(key, app, app.Weight / (index + 0.6), IsByok: app.Shape == SeedShape.Chat && index == 3));
            }
        }

        await stores.Keys.RefreshAsync(cancellationToken);
        return callers.ToImmutable();
    }

    /// <summary>Gives some keys limits by what they have spent: some far from theirs, some close, one past it; switches some off.</summary>
    public async Task LimitAsync(ImmutableArray<SeedCaller> callers, SeedSpending spending, CancellationToken cancellationToken)
    {
        for (var index = 0; index < callers.Length; index++)
        {
            var key = callers[index].Key;
            var spent = spending.OfKeyThisMonth(key.Hash).ToDollars();
            var limited = (index % 5) switch
            {
                0 => key with { Limit = Dollars(spent * 1.25m), LimitReset = LimitReset.Monthly },
                2 => key with { Limit = Dollars(spent * 1.9m), LimitReset = LimitReset.Never },
                4 when index % 2 == 0 => key with { Limit = Dollars(spent / 8), LimitReset = LimitReset.Weekly },
                _ => key,
            };
            limited = index switch
            {
                7 or 22 => limited with { Disabled = true },
                13 => limited with { ExpiresAt = clock.Now.AddDays(-2) },
                18 => limited with { ExpiresAt = clock.Now.AddDays(12) },
                _ => limited,
            };
            if (limited != key)
            {
                // One after the other over the last days, not all at the moment that ends the month.
                var at = clock.Now.AddHours((index - callers.Length) * HoursBetweenLimits);
                await stores.Ledger.SaveKeyAsync(limited with { UpdatedAt = at }, cancellationToken);
                await audit.NoteAsync("PATCH", $"/api/v1/keys/{key.Hash}", at: at);
            }
        }

        await stores.Keys.RefreshAsync(cancellationToken);
    }

    // Whole dollars, as people set them; one at least.
    private static Usd Dollars(decimal amount) => Usd.FromDollarsRoundedUp(Math.Max(1, Math.Round(amount)));
}
