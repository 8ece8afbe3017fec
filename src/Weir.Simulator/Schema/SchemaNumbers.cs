using Weir.Simulator.Text;

namespace Weir.Simulator.Schema;

/// <summary>Makes numbers inside the bounds of a schema.</summary>
internal static class SchemaNumbers
{
    // Beyond this a decimal sum could overflow and a double would not be exact.
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal SmallestStep = 0.000000000001m;
    private const int Spread = 10;

    public static decimal Integer(MergedSchema schema, SeededRandom random)
    {
        var (least, most) = Bounds(schema);
        var step = Math.Ceiling(Step(schema));
        var first = Math.Ceiling(least);
        var last = Math.Floor(most);
        if (first == least && schema.Number("exclusiveMinimum") == least)
        {
            first++;
        }

        if (last == most && schema.Number("exclusiveMaximum") == most)
        {
            last--;
        }

        return OnStep(first, last, step, random);
    }

    public static decimal Number(MergedSchema schema, SeededRandom random)
    {
        if (schema.Number("multipleOf") is > 0)
        {
            var step = Step(schema);
            var (low, high) = Bounds(schema);
            var isOpen = schema.Number("exclusiveMinimum") == low;
            return OnStep(isOpen ? low + step : low, high, step, random);
        }

        var (least, most) = Bounds(schema);
        var width = most - least;
        if (width <= 0)
        {
            return least;
        }

        // Strictly inside, so that exclusive bounds hold too; two decimals where the range has room for them.
        var value = least + (width * (decimal)(0.1 + (0.8 * random.Fraction())));
        var rounded = Math.Round(value, 2);
        return rounded > least && rounded < most ? rounded : value;
    }

    private static decimal OnStep(decimal least, decimal most, decimal step, SeededRandom random)
    {
        var first = Math.Ceiling(least / step) * step;
        var count = Math.Min(Math.Floor((most - first) / step) + 1, Spread);
        return count < 1 ? first : first + (random.Below((int)count) * step);
    }

    private static (decimal Least, decimal Most) Bounds(MergedSchema schema)
    {
        var least = Max(schema.Number("minimum"), schema.Number("exclusiveMinimum"));
        var most = Min(schema.Number("maximum"), schema.Number("exclusiveMaximum"));
        return (least, most) switch
        {
            ({ } low, { } high) => (Clamp(low), Clamp(high)),
            ({ } low, null) => (Clamp(low), Clamp(low) + Math.Max(Spread, Step(schema) * Spread)),
            (null, { } high) => (Math.Min(1, Clamp(high) - Math.Max(Spread, Step(schema) * Spread)), Clamp(high)),
            _ => (1, Math.Max(Spread, Step(schema) * Spread)),
        };
    }

    private static decimal Step(MergedSchema schema) => Math.Clamp(schema.Number("multipleOf") ?? 1, SmallestStep, Largest);

    private static decimal Clamp(decimal value) => Math.Clamp(value, -Largest, Largest);

    private static decimal? Max(decimal? one, decimal? other) => one is null || other > one ? other ?? one : one;

    private static decimal? Min(decimal? one, decimal? other) => one is null || other < one ? other ?? one : one;
}
