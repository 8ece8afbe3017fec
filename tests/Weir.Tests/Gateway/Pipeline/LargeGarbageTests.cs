using Weir.Gateway.Pipeline;
using Xunit;

namespace Weir.Tests.Gateway.Pipeline;

public sealed class LargeGarbageTests
{
    // Collections of the oldest generation beside other tests only make the counts larger: what is looked for is that ours is among them.
    [Fact]
    public async Task Left_OfManyLongBodies_AsksForACollection()
    {
        var before = GC.CollectionCount(GC.MaxGeneration);

        for (var body = 0; body < 400; body++)
        {
            LargeGarbage.Left(150_000, copies: 2);
        }

        var patience = 0;
        while (GC.CollectionCount(GC.MaxGeneration) == before)
        {
            Assert.True(patience++ < 600, "No collection in a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
