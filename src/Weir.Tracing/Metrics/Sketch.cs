using System.Buffers.Binary;

namespace Weir.Tracing.Metrics;

/// <summary>The distribution of a positive measure in counters of fixed number, each for values 11 % apart.</summary>
/// <remarks>
/// Sketches add up to the sketch of all their values, and what was added can be taken away again.
/// A quantile is off by at most <see cref="RelativeError"/> of its value inside the range; what lies outside counts as the nearest bound.
/// </remarks>
public sealed class Sketch
{
    /// <summary>Counters; half a kibibyte.</summary>
    public const int Buckets = 128;

    private const double Growth = 1.11;
    private const int PackedCounter = 1 + sizeof(uint);
    private static readonly double LogGrowth = Math.Log(Growth);

    private readonly uint[] _counts = new uint[Buckets];

    /// <summary>How far a quantile may be off, as a share of its value.</summary>
    public static double RelativeError => (Growth - 1) / (Growth + 1);

    /// <summary>The least value that is told from smaller ones; the largest is 630,000 times that.</summary>
    public static double Least => 0.001;

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    /// <summary>The counter that a value belongs to.</summary>
    public static int BucketOf(double value) =>
        value > Least ? Math.Min((int)(Math.Log(value / Least) / LogGrowth), Buckets - 1) : 0;

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

    /// <summary>Adds so many values of one counter, or takes them away when the number is negative; never below none.</summary>
    public void Add(int bucket, long times)
    {
        var counted = Math.Clamp(_counts[bucket] + times, 0, uint.MaxValue);
        Count += counted - _counts[bucket];
        _counts[bucket] = (uint)counted;
    }

    /// <summary>Takes away the values of a sketch that is a part of this one.</summary>
    public void Subtract(Sketch part)
    {
        for (var index = 0; index < Buckets; index++)
        {
            Add(index, -(long)part._counts[index]);
        }
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

    /// <summary>The counters that count something, five bytes each: which one, and how many.</summary>
    public byte[] Pack()
    {
        var packed = new byte[Buckets * PackedCounter];
        var length = 0;
        for (var index = 0; index < Buckets; index++)
        {
            if (_counts[index] > 0)
            {
                packed[length] = (byte)index;
                BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(length + 1), _counts[index]);
                length += PackedCounter;
            }
        }

        return packed[..length];
    }

    /// <summary>Adds what <see cref="Pack"/> wrote.</summary>
    public void AddPacked(ReadOnlySpan<byte> packed)
    {
        for (; packed.Length >= PackedCounter; packed = packed[PackedCounter..])
        {
            Add(packed[0] % Buckets, BinaryPrimitives.ReadUInt32LittleEndian(packed[1..]));
        }
    }

    // The value whose distance to both ends of its bucket is the same share of them.
    private static double ValueOf(int bucket) => Least * Math.Pow(Growth, bucket) * 2 * Growth / (Growth + 1);
}
