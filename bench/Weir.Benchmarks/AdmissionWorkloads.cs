using System.Globalization;
using Weir.Ledger.Admission;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;

namespace Weir.Benchmarks;

/// <summary>What a call pays for its key and its reservation, where few keys are known and where many are.</summary>
/// <remarks>
/// One key that calls again and again finds all of its memory in the caches of the processor, however many others are known. Where the keys call in turns
/// nothing of theirs is there any more: that is the dearest there is, and what it costs beyond the first is fetching memory, not looking through anything.
/// </remarks>
internal static class AdmissionWorkloads
{
    private const int Few = 10;
    private const int Many = 10_000;

    // One alone is over before the clock has been read twice.
    private const int AtOnce = 100;

    // Coprime to the number of keys: every key has its turn, none near the one before.
    private const int Stride = 7_919;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Workload> All()
    {
        yield return Reservation("1 key and workspace", known: 1, calling: 1);
        yield return Reservation("10,000, one of them calls", Many, calling: 1);
        yield return Reservation("10,000, all in turns", Many, calling: Many);
        yield return Lookup("10 keys, all in turns", Few, calling: Few);
        yield return Lookup("10,000, ten of them in turns", Many, calling: Few);
        yield return Lookup("10,000, all in turns", Many, calling: Many);
    }

    // A key with a limit and an owner, in a workspace with a budget: every counter there is.
    private static Workload Reservation(string name, int known, int calling)
    {
        var rows = Enumerable.Range(0, known).Select(KeyOf).ToArray();
        var workspaces = new WorkspaceDirectory();
        workspaces.Load([.. rows.Select(WorkspaceOf)], [.. rows.Select(BudgetOf)]);
        var admission = new AdmissionState(workspaces, TimeProvider.System, new GuardrailDirectory());
        var callers = rows.Select(row => new Caller(row, new SpendState(default, DateOnly.MinValue))).ToArray();
        var cost = new Usd(20_000);
        var charge = new Usd(5_000);
        var next = 0;
        return new Workload("reservation held and settled", name, AtOnce, () =>
        {
            for (var left = AtOnce; left > 0; left--)
            {
                next = (next + Stride) % calling;
                using var held = admission.TryHold(callers[next], cost, out _) ?? throw new InvalidOperationException("A limit is used up.");
                held.Settle(charge);
            }

            return Task.CompletedTask;
        });
    }

    private static Workload Lookup(string name, int known, int calling)
    {
        var keys = new KeyDirectory();
        keys.Load([.. Enumerable.Range(0, known).Select(KeyOf)], new Dictionary<KeyHash, Spend>(), DateOnly.MinValue);
        var texts = Enumerable.Range(0, calling).Select(TextOf).ToArray();
        var next = 0;
        return new Workload("key found by its text", name, AtOnce, () =>
        {
            for (var left = AtOnce; left > 0; left--)
            {
                next = (next + Stride) % calling;
                GC.KeepAlive(keys.Authenticate(texts[next], Now) ?? throw new InvalidOperationException("A key is not known."));
            }

            return Task.CompletedTask;
        });
    }

    private static string TextOf(int index) => KeyText.Prefix + index.ToString("x64", CultureInfo.InvariantCulture);

    private static KeyRow KeyOf(int index) => new()
    {
        Hash = KeyHash.Of(TextOf(index)),
        Label = KeyText.Label(TextOf(index)),
        Name = "key",
        Kind = KeyKind.Inference,
        WorkspaceId = IdOf(index),
        Limit = new Usd(long.MaxValue / 4),
        LimitReset = LimitReset.Monthly,
        CreatedAt = Now,
        CreatorUserId = "user-" + index.ToString(CultureInfo.InvariantCulture),
    };

    private static WorkspaceRow WorkspaceOf(KeyRow key) => new()
    {
        Id = key.WorkspaceId,
        Slug = key.WorkspaceId.ToString("N"),
        Name = "workspace",
        CreatedAt = Now,
    };

    private static BudgetRow BudgetOf(KeyRow key) => new()
    {
        Id = key.WorkspaceId,
        WorkspaceId = key.WorkspaceId,
        Reset = LimitReset.Monthly,
        Limit = new Usd(long.MaxValue / 4),
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private static Guid IdOf(int index) => new(index, 0x1234, 0x7000, 0x80, 1, 2, 3, 4, 5, 6, 7);
}
