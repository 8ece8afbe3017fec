namespace Weir.RoutingLab;

/// <summary>What every simulated request is like.</summary>
internal static class Traffic
{
    public const int PromptTokens = 1_000;
    public const int CompletionTokens = 200;

    /// <summary>From the first token to the last.</summary>
    public static readonly TimeSpan Generation = TimeSpan.FromSeconds(3);

    // The spread of latencies of one model from request to request, as a standard deviation of the logarithm.
    private const double Spread = 0.35;

    /// <summary>How long a request takes anybody, beside others; 1 is usual.</summary>
    public static double Weight(Random random)
    {
        // Box and Muller: a normal variable from two uniform ones.
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Exp(Spread * normal);
    }

    /// <summary>Until the next request, where they come independently of each other.</summary>
    public static TimeSpan Gap(Random random, double perSecond) => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / perSecond);
}
