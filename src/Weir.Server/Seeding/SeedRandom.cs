using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>Chance that is the same each time: everything that is made draws from one of these.</summary>
/// <remarks>Nothing of it is secret. Keys have hashes that are no text's, so that nobody can call with one. One thread.</remarks>
internal sealed class SeedRandom(int seed)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>At least <paramref name="from"/>, below <paramref name="until"/>.</summary>
    public int Between(int from, int until) => _random.Next(from, until);

    public double Between(double from, double until) => from + (_random.NextDouble() * (until - from));

    /// <summary>Skewed as durations and sizes are: half of them below the typical value, few far above.</summary>
    public double Skewed(double typical, double spread)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return typical * Math.Exp(Math.Clamp(normal, -3.5, 3.5) * spread);
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>The first items far more often than the last, as users and keys call.</summary>
    public T PickSkewed<T>(IReadOnlyList<T> items) => items[(int)(items.Count * Math.Pow(_random.NextDouble(), 2.2))];

    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var place = _random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            place -= weight(item);
            if (place < 0)
            {
                return item;
            }
        }

        return items[^1];
    }

    public TraceId TraceId() => new(Word(), Word());

    public SpanId SpanId() => new(Word());

    public KeyHash KeyHash() => new(Word(), Word(), Word(), Word());

    public Guid RowId(DateTimeOffset at)
    {
        // Version 7: the time, then chance.
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var millis = at.ToUnixTimeMilliseconds();
        for (var index = 0; index < 6; index++)
        {
            bytes[index] = (byte)(millis >> (40 - (index * 8)));
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }

    public GenerationId GenerationId(DateTimeOffset at) => new($"gen-{at.ToUnixTimeSeconds()}-{new string(_random.GetItems<char>(Alphabet, 20))}");

    public string Text(string prefix, int length) => prefix + new string(_random.GetItems<char>(Alphabet, length));

    private ulong Word() => (ulong)_random.NextInt64(1, long.MaxValue);
}
