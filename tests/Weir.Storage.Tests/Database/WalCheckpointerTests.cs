using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Storage.Tests.Database;

/// <summary>How a log that grows too fast slows the writer down.</summary>
public sealed class WalCheckpointerTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(512, 0)]
    [InlineData(768, 0.5)]
    [InlineData(1024, 1)]
    [InlineData(1_000_000, 4)]
    public void Slowdown_GrowsWithTheLog_AndHasAnEnd(long mebibytes, double expected) =>
        Assert.Equal(expected, WalCheckpointer.SlowdownOf(mebibytes << 20));
}
