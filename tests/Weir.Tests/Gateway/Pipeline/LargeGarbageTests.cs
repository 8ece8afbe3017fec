using Weir.Gateway.Pipeline;
using Xunit;

namespace Weir.Tests.Gateway.Pipeline;

public sealed class LargeGarbageTests
{
    private const long MiB = 1 << 20;

    private long _heap;
    private int _collections;

    [Fact]
    public void Left_LongBodies_CollectsForEveryThirtyTwoMiBOfTheirCopies()
    {
        var garbage = Garbage();

        for (var body = 0; body < 15; body++)
        {
            garbage.Left(MiB, copies: 2);
        }

        Assert.Equal(0, _collections);
        garbage.Left(MiB, copies: 2);
        Assert.Equal(1, _collections);
        for (var body = 0; body < 16; body++)
        {
            garbage.Left(MiB, copies: 2);
        }

        Assert.Equal(2, _collections);
    }

    [Fact]
    public void Left_WhereMuchLives_WaitsForAnEighthOfIt()
    {
        _heap = 800 * MiB;
        var garbage = Garbage();

        garbage.Left(99 * MiB, copies: 1);
        Assert.Equal(0, _collections);
        garbage.Left(MiB, copies: 1);
        Assert.Equal(1, _collections);
    }

    [Fact]
    public void Left_ShortBodies_NeverCollects()
    {
        var garbage = Garbage();

        for (var body = 0; body < 1000; body++)
        {
            garbage.Left(84_000, copies: 2);
        }

        Assert.Equal(0, _collections);
    }

    private LargeGarbage Garbage() => new(() => _heap, () => _collections++);
}
