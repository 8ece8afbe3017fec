namespace Weir.Ledger.Activity;

/// <summary>
/// How measurements are spread: how many fell into each of the buckets of a logarithmic scale, so that sums of distributions are distributions.
/// </summary>
/// <remarks>Each bucket is 2 % wide: what is read back is off by at most 1 %. Some 1,400 buckets from a thousandth to a billion.</remarks>
public sealed class TimeDistribution
{
    /// <summary>Buckets for each factor of e: 1 / ln 1.02.</summary>
    public const double BucketsPerE = 50.49835;

    /// <summary>What is less counts as this.</summary>
    public const double Least = 0.001;

    private readonly SortedDictionary<int, long> _counts = [];

    /// <summary>How many were measured.</summary>
    public long Count { get; private set; }

    /// <summary>The bucket of a measurement: the nearest whole number to the logarithm on this scale.</summary>
    public static int BucketOf(double value) => (int)Math.Round(Math.Log(Math.Max(value, Least)) * BucketsPerE, MidpointRounding.AwayFromZero);

    public void Add(int bucket, long count)
    {
        _counts[bucket] = _counts.GetValueOrDefault(bucket) + count;
        Count += count;
    }

    /// <summary>The value that this share of the measurements does not exceed; null when nothing was measured.</summary>
    /// <param name="share">Between 0 and 1: 0.5 is the median.</param>
    public double? Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        foreach (var (bucket, count) in _counts)
        {
            wanted -= count;
            if (wanted <= 0)
            {
                return Math.Exp(bucket / BucketsPerE);
            }
        }

        return null;
    }
}
