using Weir.Ledger.Admission;
using Weir.Ledger.Entries;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Ledger.Admission;

/// <summary>Holds: no limit is passed, however many ask at once, and what fits is let in.</summary>
public sealed class AdmissionStateTests
{
    private static readonly DateOnly Today = UtcWindows.Day(FakeTime.Start);

    private readonly FakeTime _time = new();
    private readonly WorkspaceDirectory _workspaces = new();
    private readonly AdmissionState _admission;

    private readonly GuardrailDirectory _guardrails = new();

    public AdmissionStateTests() => _admission = new AdmissionState(_workspaces, _time, _guardrails);

    [Theory]
    [InlineData(LimitKind.Key)]
    [InlineData(LimitKind.WorkspaceBudget)]
    [InlineData(LimitKind.Guardrail)]
    [InlineData(LimitKind.AccountBalance)]
    public async Task TryHold_AThousandAtOnce_LetsInExactlyWhatFits(LimitKind kind)
    {
        const int Fitting = 137;
        var caller = Limited(kind, new Usd((Fitting * 1_000) + 999));

        var held = await RaceAsync(1_000, () => _admission.TryHold(caller, new Usd(1_000), out _));

        Assert.Equal(Fitting, held.Count(reservation => reservation is not null));
        foreach (var reservation in held)
        {
            reservation?.Settle(new Usd(1_000));
        }

        Assert.Equal(new Usd(Fitting * 1_000), caller.Usage.Read(Today).Total);
        Assert.Equal(new Usd(Fitting * 1_000), _admission.Account.Charged);
    }

    [Fact]
    public async Task TryHold_WhileOthersSettleForLess_NeverPassesTheLimit()
    {
        var caller = Limited(LimitKind.Key, new Usd(50_000));
        var passed = 0;

        _ = await RaceAsync(1_000, () =>
        {
            for (var tries = 0; tries < 20; tries++)
            {
                using var reservation = _admission.TryHold(caller, new Usd(1_000), out _);
                reservation?.Settle(new Usd(tries % 3 * 333));
                _ = caller.Usage.Read(Today).Total > new Usd(50_000) ? Interlocked.Increment(ref passed) : 0;
            }

            return null;
        });

        var spent = caller.Usage.Read(Today).Total;
        Assert.Equal(0, passed);
        Assert.True(spent <= new Usd(50_000), $"{spent}");
        Assert.True(spent > new Usd(49_000), $"{spent}: what still fits is let in");
        Assert.Equal(spent, caller.Usage.ReadCommitted(Today).Committed.Total);
    }

    [Fact]
    public void TryHold_RefusedByOneLimit_HoldsNothingUnderTheOthers()
    {
        var caller = Limited(LimitKind.WorkspaceBudget, new Usd(10));

        Assert.Null(_admission.TryHold(caller, new Usd(11), out var refused));

        Assert.Equal((LimitKind.WorkspaceBudget, 10L, false), (refused!.Limit, refused.Available.Nanos, refused.IsUsedUp));
        Assert.Equal(default, caller.Usage.ReadCommitted(Today).Committed);
        Assert.NotNull(_admission.TryHold(caller, new Usd(10), out _));
    }

    [Fact]
    public void Reservation_Disposed_GivesBackWhatItHeld()
    {
        var caller = Limited(LimitKind.Key, new Usd(10));
        var first = _admission.TryHold(caller, new Usd(10), out _)!;
        Assert.Null(_admission.TryHold(caller, new Usd(1), out var refused));
        Assert.Equal((10L, 0L, false), (refused!.Held.Nanos, refused.Available.Nanos, refused.IsUsedUp));

        first.Dispose();
        first.Dispose();

        Assert.NotNull(_admission.TryHold(caller, new Usd(10), out _));
        Assert.Equal(Usd.Zero, _admission.Account.Charged);
        _ = Assert.Throws<ObjectDisposedException>(() => first.Settle(new Usd(5)));
    }

    [Theory]
    [InlineData(LimitKind.Key)]
    [InlineData(LimitKind.WorkspaceBudget)]
    [InlineData(LimitKind.Guardrail)]
    [InlineData(LimitKind.AccountBalance)]
    public async Task TryRaise_AThousandAtOnce_RaisesExactlyWhatFits(LimitKind kind)
    {
        const int Fitting = 137;
        var caller = Limited(kind, new Usd(1_000_000 + (Fitting * 2_000) + 1_999));
        var held = await RaceAsync(1_000, () => _admission.TryHold(caller, new Usd(1_000), out _));
        var raised = 0;

        await Parallel.ForEachAsync(held, TestContext.Current.CancellationToken, (reservation, stop) =>
        {
            if (reservation!.TryRaise(caller, new Usd(3_000), out var refused))
            {
                _ = Interlocked.Increment(ref raised);
            }
            else
            {
                Assert.Equal(kind, refused!.Limit);
            }

            return ValueTask.CompletedTask;
        });

        Assert.Equal(Fitting, raised);
        Assert.Equal(Fitting, held.Count(reservation => reservation!.Amount == new Usd(3_000)));
        foreach (var reservation in held)
        {
            reservation!.Settle(reservation.Amount);
        }

        Assert.Equal(new Usd(1_000_000 + (Fitting * 2_000)), _admission.Account.Charged);
        Assert.Equal(new Usd(1_000_000 + (Fitting * 2_000)), caller.Usage.ReadCommitted(Today).Committed.Total);
    }

    [Fact]
    public void TryRaise_ToLess_KeepsWhatIsHeld_AndARefusedOneToo()
    {
        var caller = Limited(LimitKind.Key, new Usd(10));
        var reservation = _admission.TryHold(caller, new Usd(6), out _)!;

        Assert.True(reservation.TryRaise(caller, new Usd(4), out _));
        Assert.False(reservation.TryRaise(caller, new Usd(11), out var refused));
        Assert.Equal((6L, 4L), (reservation.Amount.Nanos, refused!.Available.Nanos));
        Assert.True(reservation.TryRaise(caller, new Usd(10), out _));
        Assert.Null(_admission.TryHold(caller, new Usd(1), out _));

        reservation.Dispose();

        Assert.NotNull(_admission.TryHold(caller, new Usd(10), out _));
        _ = Assert.Throws<ObjectDisposedException>(() => reservation.TryRaise(caller, new Usd(12), out _));
    }

    [Fact]
    public void TryRaise_AfterMidnight_BelongsToTheDayOfTheAdmission()
    {
        var caller = Caller(new Usd(10), LimitReset.Daily);
        var reservation = _admission.TryHold(caller, new Usd(4), out _)!;
        _time.Advance(TimeSpan.FromDays(1));

        Assert.True(reservation.TryRaise(caller, new Usd(8), out _));
        Assert.NotNull(_admission.TryHold(caller, new Usd(10), out _));
        reservation.Settle(new Usd(8));

        Assert.Equal(Usd.Zero, caller.Usage.Read(Today.AddDays(1)).Daily);
    }

    [Fact]
    public void Settle_AboveTheHold_IsChargedInFull()
    {
        var caller = Limited(LimitKind.Key, new Usd(10));
        var reservation = _admission.TryHold(caller, new Usd(10), out _)!;

        reservation.Settle(new Usd(12));

        Assert.Equal(new Usd(12), caller.Usage.Read(Today).Total);
        Assert.Null(_admission.TryHold(caller, Usd.Zero, out var refused));
        Assert.True(refused!.IsUsedUp);
        Assert.Equal(Usd.Zero, refused.Available);
    }

    [Fact]
    public void Settle_AfterMidnight_BelongsToTheDayOfTheAdmission()
    {
        var caller = Caller(new Usd(10), LimitReset.Daily);
        var reservation = _admission.TryHold(caller, new Usd(10), out _)!;
        _time.Advance(TimeSpan.FromDays(1));
        var next = _admission.TryHold(caller, new Usd(10), out _)!;

        reservation.Settle(new Usd(10));

        Assert.Equal((Today, Today.AddDays(1)), (reservation.AdmittedOn, next.AdmittedOn));
        Assert.Equal(Usd.Zero, caller.Usage.Read(Today.AddDays(1)).Daily);
        Assert.Null(_admission.TryHold(caller, new Usd(1), out _));
    }

    [Fact]
    public void TryHold_ClockSetBack_DoesNotOpenTheNextWindowTwice()
    {
        var caller = Caller(new Usd(10), LimitReset.Daily);
        _time.Advance(TimeSpan.FromDays(1));
        _admission.TryHold(caller, new Usd(10), out _)!.Settle(new Usd(10));

        _time.Advance(TimeSpan.FromDays(-1));

        Assert.Null(_admission.TryHold(caller, new Usd(1), out _));
    }

    [Fact]
    public void Account_WithoutAGrant_LimitsNothing()
    {
        _admission.Load(new AccountTotals(default, new Usd(1_000)));

        Assert.NotNull(_admission.TryHold(Caller(), new Usd(1_000_000), out _));
    }

    [Theory]
    [InlineData(100, 99, 1, true)]
    [InlineData(100, 99, 2, false)]
    [InlineData(100, 100, 0, true)]
    [InlineData(100, 100, 1, false)]
    [InlineData(100, 101, 0, false)]
    public void Account_Balance_LetsFreeRequestsThroughAtZeroAndNothingBelow(long granted, long charged, long amount, bool expected)
    {
        _admission.Load(new AccountTotals(new Credits(new Usd(granted), Usd.Zero), new Usd(charged)));

        Assert.Equal(expected, _admission.TryHold(Caller(), new Usd(amount), out _) is not null);
    }

    [Fact]
    public void SetCredits_OlderSumThatComesLate_ChangesNothing()
    {
        _admission.SetCredits(new Credits(new Usd(5), new Usd(3)));

        _admission.SetCredits(new Credits(new Usd(5), Usd.Zero));

        Assert.Equal(new AccountTotals(new Credits(new Usd(5), new Usd(3)), Usd.Zero), _admission.Account);
        Assert.Equal((new Usd(8), new Usd(-3)), (_admission.Account.Balance, _admission.Account.Used));
    }

    [Fact]
    public void Budgets_SeveralWindows_EachCounts()
    {
        _workspaces.Load([Row()], [Budget(LimitReset.Never, 100), Budget(LimitReset.Daily, 10)]);
        _admission.TryHold(Caller(), new Usd(10), out _)!.Settle(new Usd(10));

        Assert.Null(_admission.TryHold(Caller(), new Usd(1), out var daily));
        _time.Advance(TimeSpan.FromDays(1));
        _admission.TryHold(Caller(), new Usd(10), out _)!.Settle(new Usd(85));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(_admission.TryHold(Caller(), new Usd(6), out var lifetime));

        Assert.Equal((LimitReset.Daily, true), (daily!.Reset, daily.IsUsedUp));
        Assert.Equal((LimitReset.Never, 5L), (lifetime!.Reset, lifetime.Available.Nanos));
    }

    [Theory]
    [InlineData(false, false, 10)]
    [InlineData(true, false, 110)]
    [InlineData(false, true, 110)]
    public void Byok_CountsUnderKeyAndBudgets_WhereTheySaySo_AndNeverUnderTheBalance(bool ofKey, bool ofWorkspace, long counted)
    {
        var cost = new HeldCost(new Usd(10), new Usd(110));
        _workspaces.Load([Row() with { IncludeByokInBudgets = ofWorkspace }], [Budget(LimitReset.Daily, ofWorkspace ? counted : 1_000_000)]);
        var caller = Caller(new Usd(ofKey ? counted : 1_000_000));
        caller = caller with { Key = caller.Key with { IncludeByokInLimit = ofKey } };
        _admission.SetCredits(new Credits(new Usd(10), Usd.Zero));

        _admission.TryHold(caller, cost, out _)!.Settle(new Usd(10), new Usd(100));
        _admission.SetCredits(new Credits(new Usd(20), Usd.Zero));
        var more = _admission.TryHold(caller, cost, out var refused);

        Assert.Equal(counted == 10, more is not null);
        Assert.Equal(ofKey ? LimitKind.Key : ofWorkspace ? LimitKind.WorkspaceBudget : null, refused?.Limit);
        Assert.Equal(refused is null ? null : new Usd(110), refused?.Spent);
        Assert.Equal((new Usd(10), new Usd(100)), (caller.Usage.Read(Today).Daily, caller.Usage.ReadByok(Today).Daily));
        Assert.Equal(new Usd(10), _admission.Account.Charged);
    }

    private Caller Limited(LimitKind kind, Usd limit)
    {
        switch (kind)
        {
            case LimitKind.WorkspaceBudget:
                _workspaces.Load([Row()], [Budget(LimitReset.Monthly, limit.Nanos)]);
                return Caller();
            case LimitKind.Guardrail:
                _guardrails.Load([GuardrailRow.DefaultOf(Workspace, FakeTime.Start) with { Limit = limit, Reset = LimitReset.Weekly }], []);
                return Caller();
            case LimitKind.AccountBalance:
                _admission.SetCredits(new Credits(limit, Usd.Zero));
                return Caller();
            default:
                return Caller(limit);
        }
    }

    private static WorkspaceRow Row() => new() { Id = Workspace, Slug = "default", Name = "Default", CreatedAt = FakeTime.Start };

    private static BudgetRow Budget(LimitReset reset, long nanos) =>
        new() { Id = Guid.Empty, WorkspaceId = Workspace, Reset = reset, Limit = new Usd(nanos), CreatedAt = FakeTime.Start, UpdatedAt = FakeTime.Start };

    // All wait until the last one is there.
    private static async Task<Reservation?[]> RaceAsync(int count, Func<Reservation?> ask)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(async _ =>
        {
            await start.Task;
            await Task.Yield();
            return ask();
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(all);
    }
}
