using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Who may spend.</summary>
public sealed class AdmitStageTests
{
    private static readonly KeyUsage Spent = new(new Usd(10), new Usd(4), new Usd(6), new Usd(8));

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(LimitReset.Never, 11, true)]
    [InlineData(LimitReset.Never, 10, false)]
    [InlineData(LimitReset.Daily, 5, true)]
    [InlineData(LimitReset.Daily, 4, false)]
    [InlineData(LimitReset.Weekly, 7, true)]
    [InlineData(LimitReset.Weekly, 6, false)]
    [InlineData(LimitReset.Monthly, 9, true)]
    [InlineData(LimitReset.Monthly, 8, false)]
    [InlineData(LimitReset.Never, 0, false)]
    public void Run_Limit_IsComparedWithItsWindow(LimitReset reset, long limit, bool expected)
    {
        var failure = Record.Exception(() => Run(Caller(new Usd(limit), reset, Spent)));

        Assert.Equal(expected, failure is null);
        Assert.True(failure is null or GatewayException { Error.Code: GatewayErrorCode.PaymentRequired });
    }

    [Fact]
    public void Run_LimitUsedUp_SaysHowMuchAndWhatHelps()
    {
        var error = Assert.Throws<GatewayException>(() => Run(Caller(new Usd(4), LimitReset.Daily, Spent))).Error;

        Assert.Equal(402, error.Status);
        Assert.StartsWith("Key limit exceeded: $0.000000004 of $0.000000004 used (daily reset).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WindowThatEnded_IsOpenAgain()
    {
        var caller = Caller(new Usd(4), LimitReset.Daily, Spent);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(UtcWindows.Day(FakeTime.Start).AddDays(1), Run(caller).Reservation.AdmittedOn);
    }

    [Fact]
    public void Run_NoLimit_LetsIn() => Assert.NotNull(Run(Caller(spent: Spent)).Reservation);

    [Fact]
    public void Run_RecordsCannotBeStored_IsRefused()
    {
        var health = new LedgerHealthState(_time);
        health.CommitFailed();

        var error = Assert.Throws<GatewayException>(() => Run(Caller(), health)).Error;

        Assert.Equal((503, TimeSpan.FromSeconds(1), ErrorOrigin.Gateway), (error.Status, error.RetryAfter, error.Origin));
    }

    [Fact]
    public void Reservation_Settled_AddsItsChargeOnce()
    {
        var caller = Caller(spent: Spent);
        var admitted = Run(caller);
        var today = UtcWindows.Day(FakeTime.Start);

        admitted.Reservation.Settle(new Usd(5), today);

        Assert.Equal(new Usd(15), caller.Usage.Read(today).Total);
        _ = Assert.Throws<ObjectDisposedException>(() => admitted.Reservation.Settle(new Usd(5), today));
    }

    [Fact]
    public void Reservation_DisposedUnsettled_LapsesWithoutACharge()
    {
        var caller = Caller(spent: Spent);
        var reservation = Run(caller).Reservation;

        reservation.Dispose();

        _ = Assert.Throws<ObjectDisposedException>(() => reservation.Settle(new Usd(5), UtcWindows.Day(FakeTime.Start)));
        Assert.Equal(Spent, caller.Usage.Read(UtcWindows.Day(FakeTime.Start)));
    }

    private Admitted Run(Caller caller, LedgerHealthState? health = null) =>
        new AdmitStage(health ?? new LedgerHealthState(_time)).Run(new Routed(new Prepared(Parsed(caller: caller, time: _time)), new([Candidate()])));
}
