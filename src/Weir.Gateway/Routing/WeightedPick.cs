namespace Weir.Gateway.Routing;

/// <summary>Chooses one of several endpoints by chance, a cheaper one more often: half the price, four times as often.</summary>
internal static class WeightedPick
{
    /// <summary>Where the chosen one stands; whoever costs nothing is chosen before all who cost something.</summary>
    /// <param name="options">At least one; the cheapest first.</param>
    /// <param name="random">Is asked once when there is a choice, else not at all.</param>
    public static int Index(ReadOnlySpan<RouteOption> options, Random random)
    {
        if (options.Length == 1)
        {
            return 0;
        }

        var least = options[0].Price;
        if (least <= 0)
        {
            return random.Next(CountFree(options));
        }

        var total = 0d;
        foreach (var option in options)
        {
            total += Weight(option, least);
        }

        var drawn = random.NextDouble() * total;
        for (var index = 0; index < options.Length - 1; index++)
        {
            drawn -= Weight(options[index], least);
            if (drawn < 0)
            {
                return index;
            }
        }

        return options.Length - 1;
    }

    // Relative to the cheapest, so that prices of a millionth of a dollar stay well within a double.
    private static double Weight(RouteOption option, double least) => least / option.Price * (least / option.Price);

    private static int CountFree(ReadOnlySpan<RouteOption> options)
    {
        var count = 0;
        while (count < options.Length && options[count].Price <= 0)
        {
            count++;
        }

        return count;
    }
}
