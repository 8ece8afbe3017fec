using Weir.Tracing.Metrics;
using Xunit;

namespace Weir.Tests.Tracing.Metrics;

/// <summary>Percentiles out of counters.</summary>
public sealed class SketchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Quantile_OfAnyDistribution_IsWithinTheStatedError(int seed)
    {
        var random = new Random(seed);
        var sketch = new Sketch();
        var values = Enumerable.Range(0, 1 + random.Next(2000)).Select(_ => ValueOf(seed, random)).ToArray();
        foreach (var value in values)
        {
            sketch.Add(value);
        }

        Array.Sort(values);
        foreach (var share in (double[])[0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1])
        {
            var exact = values[(int)Math.Ceiling(share * values.Length) - 1];
            Assert.InRange(sketch.Quantile(share), exact * (1 - Sketch.RelativeError - 1e-9), exact * (1 + Sketch.RelativeError + 1e-9));
        }
    }

    [Fact]
    public void SumOfSketches_IsTheSketchOfAllValues()
    {
        var random = new Random(7);
        var parts = new[] { new Sketch(), new Sketch(), new Sketch() };
        var all = new Sketch();
        for (var index = 0; index < 1000; index++)
        {
            var value = ValueOf(2, random);
            parts[index % 3].Add(value);
            all.Add(value);
        }

        var sum = new Sketch();
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        Assert.Equal(1000, sum.Count);
        Assert.All((double[])[0.1, 0.5, 0.9, 0.99], share => Assert.Equal(all.Quantile(share), sum.Quantile(share)));
    }

    [Fact]
    public void Packed_AddsUpAndIsTakenAwayAgain()
    {
        var random = new Random(8);
        var (first, second, sum) = (new Sketch(), new Sketch(), new Sketch());
        for (var index = 0; index < 500; index++)
        {
            first.Add(ValueOf(2, random));
            second.Add(ValueOf(3, random));
        }

        sum.AddPacked(first.Pack());
        sum.AddPacked(second.Pack());
        Assert.Equal(1000, sum.Count);
        sum.Subtract(second);

        Assert.Equal(first.Pack(), sum.Pack());
        Assert.Equal(500, sum.Count);
        sum.Add(3, -1_000_000);
        Assert.All(sum.Pack().Chunk(5), counter => Assert.NotEqual(3, counter[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void ValuesOutsideTheRange_CountAsItsEnds(double value)
    {
        var sketch = new Sketch();
        sketch.Add(value);

        Assert.InRange(sketch.Quantile(0.5), Sketch.Least, Sketch.Least * 700_000);
    }

    // Even, long-tailed, two humps, all the same.
    private static double ValueOf(int shape, Random random) => shape switch
    {
        1 => 0.01 + random.NextDouble(),
        2 => Math.Exp((random.NextDouble() * 10) - 5),
        3 => random.Next(2) == 0 ? 0.2 + (0.01 * random.NextDouble()) : 8 + random.NextDouble(),
        _ => 0.75,
    };
}
