namespace Weir.Load.Worker;

/// <summary>Of many times, in microseconds; zeros of none.</summary>
internal readonly record struct Percentiles(double P50, double P99, double Most)
{
    /// <param name="samples">Sorted by this.</param>
    public static Percentiles Of(List<float> samples)
    {
        if (samples.Count == 0)
        {
            return default;
        }

        samples.Sort();
        return new Percentiles(samples[samples.Count / 2], samples[Math.Min(samples.Count - 1, (int)(samples.Count * 0.99))], samples[^1]);
    }
}
