using Weir.Gateway.Stages;
using Xunit;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Who is let in while records cannot be stored.</summary>
public sealed class LedgerHealthStateTests
{
    private bool _serves;

    [Fact]
    public void MayAdmit_NothingFailed_LetsIn() => Assert.True(Health().MayAdmit);

    [Fact]
    public void MayAdmit_AfterAFailure_LetsNobodyInUntilAWriteSucceeds()
    {
        var health = Health();

        health.CommitFailed();
        var refused = (health.MayAdmit, health.IsFailing);
        health.CommitSucceeded();

        Assert.Equal((false, true), refused);
        Assert.Equal((true, false), (health.MayAdmit, health.IsFailing));
    }

    [Fact]
    public void MayAdmit_ServingUnrecorded_LetsInAndStillSaysThatItFails()
    {
        var health = Health();
        health.CommitFailed();

        _serves = true;
        var served = (health.MayAdmit, health.IsFailing);
        _serves = false;

        Assert.Equal((true, true), served);
        Assert.False(health.MayAdmit);
    }

    private LedgerHealthState Health() => new(() => _serves);
}
