using System.Globalization;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Notifications;

/// <summary>Finds limits that are nearly or wholly used up, and a balance that is low, in the running spend that settlements leave in memory.</summary>
/// <remarks>
/// Looks, and is not told: a settlement does nothing for it. What is stored it remembers, at most <see cref="Capacity"/>; the store knows the rest.
/// </remarks>
public sealed class SpendWatch(KeyDirectory keys, WorkspaceDirectory workspaces, AdmissionState admission, TimeProvider time)
{
    private const int Capacity = 200_000;

    // The highest first: of two that are crossed at once only that one is told.
    private static readonly int[] Thresholds = [100, 80];

    private readonly HashSet<(NoticeKind Kind, string Subject, string Window, int Percent)> _stored = [];

    /// <summary>What has been crossed and is not stored yet, as far as is known here.</summary>
    /// <returns>Each with whether it is to be told; those that are not were passed on the way to a higher one.</returns>
    public IReadOnlyList<(NoticeRow Notice, bool IsTold)> Look()
    {
        var now = time.GetUtcNow();
        var today = UtcWindows.Day(now);
        if (_stored.Count > Capacity)
        {
            _stored.Clear();
        }

        var notices = new List<(NoticeRow, bool)>();
        foreach (var caller in keys.All)
        {
            if (caller.Key is { Limit: { } limit, Disabled: false } key)
            {
                var spent = caller.Usage.Read(today).Of(key.LimitReset);
                Compare(new Meter(NoticeKind.KeyLimit, key.Hash.ToString(), key.Label, key.LimitReset, limit, spent), now, notices);
            }
        }

        foreach (var workspace in workspaces.All)
        {
            var state = workspaces.StateOf(workspace.Id);
            var spent = state.Budgets.IsEmpty ? default : state.Usage.Read(today);
            foreach (var budget in state.Budgets)
            {
                var meter = new Meter(NoticeKind.WorkspaceBudget, workspace.Id.ToString(), workspace.Slug, budget.Reset, budget.Limit, spent.Of(budget.Reset));
                Compare(meter, now, notices);
            }
        }

        return notices;
    }

    /// <summary>Does not find a notice again; to be called once it is stored.</summary>
    public void Remember(NoticeRow notice) => _stored.Add((notice.Kind, notice.Subject, notice.Window, notice.Percent));

    /// <summary>A notice that the balance is below a bound; null: it is not, or no credits are in use.</summary>
    public NoticeRow? LookAtBalance(Usd bound)
    {
        var account = admission.Account;
        var now = time.GetUtcNow();
        return !account.Credits.AreInUse || account.Balance >= bound ? null : new NoticeRow
        {
            Id = Guid.CreateVersion7(now),
            Kind = NoticeKind.LowBalance,
            Subject = "",
            SubjectName = "account",
            Window = "low",
            Percent = 0,
            Limit = bound,
            Amount = account.Balance,
            At = now,
        };
    }

    /// <summary>Whether the balance is so far above a bound again (a fifth) that the next time below it is news.</summary>
    public bool IsBalanceBack(Usd bound) => (decimal)admission.Account.Balance.Nanos >= bound.Nanos * 1.2m;

    private void Compare(Meter meter, DateTimeOffset now, List<(NoticeRow, bool)> notices)
    {
        var isTold = true;
        foreach (var percent in Thresholds)
        {
            if (meter.Limit.Nanos <= 0 || (Int128)meter.Spent.Nanos * 100 < (Int128)meter.Limit.Nanos * percent)
            {
                continue;
            }

            var window = WindowOf(meter, UtcWindows.Day(now));
            if (!_stored.Contains((meter.Kind, meter.Subject, window, percent)))
            {
                notices.Add((meter.At(percent, window, now), isTold));
            }

            isTold = false;
        }
    }

    // A limit that never starts again is another one when it is raised.
    private static string WindowOf(Meter meter, DateOnly today)
    {
        var start = meter.Reset switch
        {
            LimitReset.Daily => today,
            LimitReset.Weekly => UtcWindows.WeekStart(today),
            LimitReset.Monthly => UtcWindows.MonthStart(today),
            _ => default(DateOnly?),
        };
        return start is { } day
            ? $"{meter.Reset} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : $"{meter.Limit.Nanos.ToString(CultureInfo.InvariantCulture)} in all";
    }

    private readonly record struct Meter(NoticeKind Kind, string Subject, string Name, LimitReset Reset, Usd Limit, Usd Spent)
    {
        public NoticeRow At(int percent, string window, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            Subject = Subject,
            SubjectName = Name,
            Window = window,
            Reset = Reset,
            Percent = percent,
            Limit = Limit,
            Amount = Spent,
            At = now,
        };
    }
}
