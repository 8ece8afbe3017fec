namespace Weir.Gateway.Health;

/// <summary>The distribution of a positive measure in counters of fixed number, each for values 11 % apart.</summary>
/// <remarks>
/// Sketches add up to the sketch of all their values.
/// A quantile is off by at most <see cref="RelativeError"/> of its value inside the range; what lies outside counts as the nearest bound.
/// </remarks>
internal sealed class Sketch
{
    /// <summary>Counters; half a kibibyte.</summary>
    public const int Buckets = 128;

    private const double Growth = 1.11;
    private static readonly double LogGrowth = Math.Log(Growth);

    private readonly uint[] _counts = new uint[Buckets];

    public static double RelativeError => (Growth - 1) / (Growth + 1);

    /// <summary>The least value that is told from smaller ones; the largest is 630,000 times that.</summary>
    public static double Least => 0.001;

    public long Count { get; private set; }

    public void Add(double value)
    {
        _counts[BucketOf(value)]++;
        Count++;
    }

    public void Add(Sketch other)
    {
        for (var index = 0; index < Buckets; index++)
        {
            _counts[index] += other._counts[index];
        }

        Count += other.Count;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    /// <summary>The value that this share of the values does not exceed.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        var rank = Math.Clamp((long)Math.Ceiling(share * Count), 1, Math.Max(1, Count));
        var seen = 0L;
        for (var index = 0; index < Buckets; index++)
        {
            seen += _counts[index];
            if (seen >= rank)
            {
                return ValueOf(index);
            }
        }

        return ValueOf(Buckets - 1);
    }

    private static int BucketOf(double value) =>
        value > Least ? Math.Min((int)(Math.Log(value / Least) / LogGrowth), Buckets - 1) : 0;

    // The value whose distance to both ends of its bucket is the same share of them.
    private static double ValueOf(int bucket) => Least * Math.Pow(Growth, bucket) * 2 * Growth / (Growth + 1);
}
