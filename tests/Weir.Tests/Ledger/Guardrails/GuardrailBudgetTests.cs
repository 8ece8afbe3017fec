using Weir.Ledger.Admission;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Ledger.Guardrails;

/// <summary>Budgets of guardrails: for each key and each member by itself, hard under concurrency.</summary>
public sealed class GuardrailBudgetTests
{
    private static readonly DateOnly Today = UtcWindows.Day(FakeTime.Start);

    private readonly FakeTime _time = new();
    private readonly GuardrailDirectory _guardrails = new();
    private readonly AdmissionState _admission;

    public GuardrailBudgetTests() => _admission = new AdmissionState(new WorkspaceDirectory(), _time, _guardrails);

    [Theory]
    [InlineData(GuardrailScope.Key)]
    [InlineData(GuardrailScope.Member)]
    [InlineData(GuardrailScope.Workspace)]
    public async Task TryHold_AThousandAtOnce_LetsInExactlyWhatFits(GuardrailScope scope)
    {
        const int Fitting = 137;
        var caller = Key("one", "ann");
        Limit(scope, (Fitting * 1_000) + 999, caller);

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, 1_000).Select(async _ =>
        {
            await start.Task;
            await Task.Yield();
            return _admission.TryHold(caller, new Usd(1_000), out var _);
        }).ToArray();
        start.SetResult();
        var held = await Task.WhenAll(all);

        Assert.Equal(Fitting, held.Count(reservation => reservation is not null));
        foreach (var reservation in held)
        {
            reservation?.Settle(new Usd(1_000));
        }

        Assert.Null(_admission.TryHold(caller, new Usd(1_000), out var refused));
        Assert.Equal((LimitKind.Guardrail, "guarded", Fitting * 1_000L), (refused!.Limit, refused.Guardrail, refused.Spent.Nanos));
    }

    [Fact]
    public void MembersBudget_CountsAllKeysOfTheMember_AndNoOthers()
    {
        var (first, second, other) = (Key("one", "ann"), Key("two", "ann"), Key("three", "bob"));
        Limit(GuardrailScope.Member, 10, first);
        _admission.TryHold(first, new Usd(6), out _)!.Settle(new Usd(6));

        Assert.Null(_admission.TryHold(second, new Usd(5), out var refused));
        Assert.NotNull(_admission.TryHold(second, new Usd(4), out _));
        Assert.NotNull(_admission.TryHold(other, new Usd(100), out _));
        Assert.Equal((LimitKind.Guardrail, 4L), (refused!.Limit, refused.Available.Nanos));
    }

    [Fact]
    public void KeysBudget_IsNotShared_BetweenKeysOfOneGuardrail()
    {
        var (first, second) = (Key("one", null), Key("two", null));
        var guardrail = Guardrail(Guid.CreateVersion7(FakeTime.Start), 10);
        _guardrails.Load([guardrail], [Assigned(guardrail, AssignmentKind.Key, first.Key.Hash.ToString()), Assigned(guardrail, AssignmentKind.Key, second.Key.Hash.ToString())]);

        Assert.NotNull(_admission.TryHold(first, new Usd(10), out _));
        Assert.NotNull(_admission.TryHold(second, new Usd(10), out _));
        Assert.Null(_admission.TryHold(first, new Usd(1), out _));
    }

    [Fact]
    public void WorkspacesBudget_CountsTheOwnerInThatWorkspace_OrTheKeyWithoutOwner()
    {
        var elsewhere = Guid.CreateVersion7(FakeTime.Start);
        _guardrails.Load([Guardrail(GatewaySamples.Workspace, 10)], []);
        _admission.TryHold(Key("far", "ann", elsewhere), new Usd(9), out _)!.Settle(new Usd(9));
        _admission.TryHold(Key("one", "ann"), new Usd(7), out _)!.Settle(new Usd(7));

        Assert.Null(_admission.TryHold(Key("two", "ann"), new Usd(4), out _));
        Assert.NotNull(_admission.TryHold(Key("two", "ann"), new Usd(3), out _));
        Assert.NotNull(_admission.TryHold(Key("three", null), new Usd(10), out _));
    }

    [Fact]
    public void Refused_HoldsNothing_AndWindowsOpenAtMidnight()
    {
        var caller = Key("one", "ann");
        Limit(GuardrailScope.Member, 10, caller, LimitReset.Daily);

        Assert.Null(_admission.TryHold(caller, new Usd(11), out _));
        var held = _admission.TryHold(caller, new Usd(10), out _)!;
        held.Dispose();
        _admission.TryHold(caller, new Usd(10), out _)!.Settle(new Usd(10));
        Assert.Null(_admission.TryHold(caller, new Usd(1), out _));
        _time.Advance(TimeSpan.FromDays(1));

        Assert.NotNull(_admission.TryHold(caller, new Usd(10), out _));
    }

    [Fact]
    public void LoadedSpend_CountsAsIfItWereSpentNow()
    {
        var caller = Key("one", "ann");
        var other = Guid.CreateVersion7(FakeTime.Start);
        Spend OfToday(long nanos) => new(new Usd(nanos), new Usd(nanos), new Usd(nanos), new Usd(nanos));
        _guardrails.LoadSpend([new("ann", GatewaySamples.Workspace, OfToday(4), OfToday(50)), new("ann", other, OfToday(5), default), new("bob", other, OfToday(100), default)], Today);
        Limit(GuardrailScope.Member, 10, caller);

        Assert.Null(_admission.TryHold(caller, new Usd(2), out var refused));
        Assert.NotNull(_admission.TryHold(caller, new Usd(1), out _));
        Assert.Equal(9, refused!.Spent.Nanos);
    }

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 5)]
    public void OwnCredentials_Count_OnlyWhereTheGuardrailSaysSo(bool includes, int fitting)
    {
        var caller = Key("one", "ann");
        var guardrail = Guardrail(Guid.CreateVersion7(FakeTime.Start), 10) with { IncludeByokInBudgets = includes };
        _guardrails.Load([guardrail], [Assigned(guardrail, AssignmentKind.Member, "ann")]);

        var held = Enumerable.Range(0, 20).Select(_ => _admission.TryHold(caller, new HeldCost(new Usd(1), new Usd(2)), out var _)).OfType<Reservation>().ToArray();
        Assert.Equal(fitting, held.Length);
        Array.ForEach(held, reservation => reservation.Settle(new Usd(1), new Usd(1)));

        Assert.Null(_admission.TryHold(caller, new HeldCost(new Usd(1), new Usd(2)), out var refused));
        Assert.Equal(10, refused!.Spent.Nanos);
    }

    private static Caller Key(string text, string? owner, Guid? workspace = null) => GatewaySamples.Caller() with
    {
        Key = GatewaySamples.Caller().Key with { Hash = KeyHash.Of(text), CreatorUserId = owner, WorkspaceId = workspace ?? GatewaySamples.Workspace },
    };

    private static GuardrailRow Guardrail(Guid id, long nanos, LimitReset reset = LimitReset.Never) => new()
    {
        Id = id, WorkspaceId = GatewaySamples.Workspace, Name = "guarded", Limit = new Usd(nanos), Reset = reset, CreatedAt = FakeTime.Start,
    };

    private static AssignmentRow Assigned(GuardrailRow guardrail, AssignmentKind kind, string subject) =>
        new() { Id = Guid.CreateVersion7(FakeTime.Start), GuardrailId = guardrail.Id, Kind = kind, Subject = subject, CreatedAt = FakeTime.Start };

    private void Limit(GuardrailScope scope, long nanos, Caller caller, LimitReset reset = LimitReset.Never)
    {
        var guardrail = Guardrail(scope == GuardrailScope.Workspace ? caller.WorkspaceId : Guid.CreateVersion7(FakeTime.Start), nanos, reset);
        AssignmentRow[] assignments = scope switch
        {
            GuardrailScope.Key => [Assigned(guardrail, AssignmentKind.Key, caller.Key.Hash.ToString())],
            GuardrailScope.Member => [Assigned(guardrail, AssignmentKind.Member, caller.Key.CreatorUserId!)],
            _ => [],
        };
        _guardrails.Load([guardrail], assignments);
    }
}
