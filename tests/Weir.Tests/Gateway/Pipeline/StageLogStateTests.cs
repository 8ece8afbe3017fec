using Weir.Gateway.Pipeline;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Pipeline;

/// <summary>What stages leave behind.</summary>
public sealed class StageLogStateTests
{
    [Fact]
    public void Passed_Stages_LastFromTheEndOfTheOneBefore()
    {
        var time = new FakeTime();
        var log = new StageLogState(time);

        time.AdvanceSeconds(1);
        log.Passed("parse");
        log.Passed("route");
        time.AdvanceSeconds(2.5);
        log.Passed("dispatch");

        Assert.Equal([new StageRecord("parse", TimeSpan.FromSeconds(1)), new("route", TimeSpan.Zero), new("dispatch", TimeSpan.FromSeconds(2.5))], log.Records);
    }
}
