using Weir.Ledger.Admission;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Notifications;

/// <summary>What has been crossed: exactly at the threshold, once a window, by window.</summary>
public sealed class SpendWatchTests
{
    private static readonly DateTimeOffset Sunday = new(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
    private static readonly Guid Workspace = Guid.Parse("0198f000-0000-7000-8000-000000000001");

    private readonly Clock _clock = new() { Now = Sunday };
    private readonly KeyDirectory _keys = new();
    private readonly WorkspaceDirectory _workspaces = new();
    private readonly AdmissionState _admission;
    private readonly SpendWatch _watch;

    public SpendWatchTests()
    {
        _admission = new AdmissionState(_workspaces, _clock);
        _watch = new SpendWatch(_keys, _workspaces, _admission, _clock);
    }

    [Theory]
    [InlineData(7_999_999_999, new int[0])]
    [InlineData(8_000_000_000, new[] { 80 })]
    [InlineData(9_999_999_999, new[] { 80 })]
    [InlineData(10_000_000_000, new[] { 100, 80 })]
    public void Key_IsFoundAtItsThresholds(long spentNanos, int[] expected)
    {
        Load(LimitReset.Daily, spentNanos);

        var found = _watch.Look();

        Assert.Equal(expected, found.Select(one => one.Notice.Percent));
        Assert.Equal(expected.Select(percent => percent == expected[0]), found.Select(one => one.IsTold));
    }

    [Fact]
    public void Window_ThatBeginsAnew_IsFoundAnew_AndAStoredOneIsNot()
    {
        Load(LimitReset.Weekly, 8_500_000_000);
        var notice = Assert.Single(_watch.Look()).Notice;
        Assert.Equal("Weekly 2026-02-23", notice.Window);

        // What could not be stored is found again.
        Assert.Single(_watch.Look());
        _watch.Remember(notice);
        Assert.Empty(_watch.Look());

        _clock.Now = Sunday.AddHours(1);
        Assert.Empty(_watch.Look());
        _keys.All.Single().Usage.Add(new Usd(9_000_000_000), UtcWindows.Day(_clock.Now));
        Assert.Equal("Weekly 2026-03-02", Assert.Single(_watch.Look()).Notice.Window);
    }

    [Fact]
    public void Limit_InAll_ThatIsRaised_IsAnotherOne()
    {
        Load(LimitReset.Never, 8_500_000_000);
        _watch.Remember(Assert.Single(_watch.Look()).Notice);

        Load(LimitReset.Never, 8_500_000_000, limitNanos: 20_000_000_000);
        Assert.Empty(_watch.Look());
        _keys.All.Single().Usage.Add(new Usd(8_000_000_000), UtcWindows.Day(_clock.Now));

        Assert.Equal("20000000000 in all", Assert.Single(_watch.Look()).Notice.Window);
    }

    [Fact]
    public void KeysThatAreOffOrUnlimited_AreNotFound()
    {
        Load(LimitReset.Daily, 10_000_000_000, isDisabled: true);
        Assert.Empty(_watch.Look());

        Load(LimitReset.Daily, 10_000_000_000, limitNanos: null);
        Assert.Empty(_watch.Look());
    }

    [Fact]
    public void EveryBudgetOfAWorkspace_IsLookedAt()
    {
        _workspaces.LoadUsage(new Dictionary<Guid, Spend> { [Workspace] = new(new Usd(90), new Usd(9), new Usd(9), new Usd(9)) }, UtcWindows.Day(Sunday));
        _workspaces.Load(
            [new WorkspaceRow { Id = Workspace, Slug = "w", Name = "W", CreatedAt = Sunday }],
            [Budget(LimitReset.Daily, 10), Budget(LimitReset.Monthly, 100), Budget(LimitReset.Never, 90)]);

        var found = _watch.Look().Select(one => (one.Notice.Window, one.Notice.Percent, one.IsTold));

        Assert.Equal([("Daily 2026-03-01", 80, true), ("90 in all", 100, true), ("90 in all", 80, false)], found);
    }

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(10, 0, false, false)]
    [InlineData(9, 0, true, false)]
    [InlineData(20, 11, true, false)]
    [InlineData(12, 0, false, true)]
    public void Balance_IsLowBelowItsBound_AndBackAFifthAboveIt(long granted, long charged, bool isLow, bool isBack)
    {
        _admission.Load(new AccountTotals(new Credits(new Usd(granted), Usd.Zero), new Usd(charged)));

        Assert.Equal(isLow, _watch.LookAtBalance(new Usd(10)) is not null);
        Assert.Equal(isBack, _watch.IsBalanceBack(new Usd(10)));
    }

    private static BudgetRow Budget(LimitReset reset, long nanos) =>
        new() { Id = Guid.CreateVersion7(Sunday), WorkspaceId = Workspace, Reset = reset, Limit = new Usd(nanos), CreatedAt = Sunday, UpdatedAt = Sunday };

    private void Load(LimitReset reset, long spentNanos, long? limitNanos = 10_000_000_000, bool isDisabled = false)
    {
        var spent = new Usd(spentNanos);
        var key = new KeyRow
        {
            Hash = KeyHash.Of("k"),
            Label = "k",
            Name = "k",
            Kind = KeyKind.Inference,
            WorkspaceId = Workspace,
            Disabled = isDisabled,
            Limit = limitNanos is { } nanos ? new Usd(nanos) : null,
            LimitReset = reset,
            CreatedAt = Sunday,
        };
        _keys.Load([key], new Dictionary<KeyHash, Spend> { [key.Hash] = new(spent, spent, spent, spent) }, UtcWindows.Day(Sunday));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
