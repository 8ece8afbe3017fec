namespace Weir.Simulator.Text;

/// <summary>A small random sequence (SplitMix64) that is the same on every machine and every runtime, which System.Random does not promise.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var bits = _state;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }

    /// <summary>0 or more, below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(NextBits() % (ulong)end);

    /// <summary>0 or more, below 1.</summary>
    public double Fraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public string Hex(int length)
    {
        var text = NextBits().ToString("x16");
        while (text.Length < length)
        {
            text += NextBits().ToString("x16");
        }

        return text[..length];
    }
}
