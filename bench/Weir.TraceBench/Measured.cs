namespace Weir.TraceBench;

/// <summary>One line of the report.</summary>
/// <param name="What">What was done.</param>
/// <param name="P50">The median, in <paramref name="Unit"/>.</param>
/// <param name="P95">The time that 95 % stayed within; null where there is one value only.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Note">What the first answer said.</param>
internal sealed record Measured(string What, double P50, double? P95, string Unit, string Note)
{
    /// <summary>Processor time that each round took, of all threads; what a machine with nothing else to do would need. Null where it was not measured.</summary>
    public double? WorkMilliseconds { get; init; }

    public static Measured Of(string what, List<double> milliseconds, string note)
    {
        milliseconds.Sort();
        return new Measured(what, At(milliseconds, 0.5), At(milliseconds, 0.95), "ms", note);
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
