namespace Weir.Load;

/// <summary>Every number that was measured, by figure and system, trial after trial.</summary>
internal sealed class Samples
{
    private readonly Dictionary<(Figure Figure, string System), List<double>> _numbers = [];

    /// <summary>In the order in which they came.</summary>
    public List<Figure> Figures { get; } = [];

    public void Add(Figure figure, string system, double number)
    {
        if (!_numbers.TryGetValue((figure, system), out var numbers))
        {
            _numbers.Add((figure, system), numbers = []);
        }

        if (!Figures.Contains(figure))
        {
            Figures.Add(figure);
        }

        numbers.Add(number);
    }

    /// <returns>One number a trial; empty when it was not measured.</returns>
    public IReadOnlyList<double> Of(Figure figure, string system) => _numbers.GetValueOrDefault((figure, system)) ?? [];

    /// <summary>The median of what was measured; null when nothing was.</summary>
    public double? Median(Figure figure, string system) => Median(Of(figure, system));

    /// <summary>The median of the ratios to another system, each taken within one trial.</summary>
    public double? Ratio(Figure figure, string system, string to)
    {
        var (mine, theirs) = (Of(figure, system), Of(figure, to));
        return mine.Count == theirs.Count ? Median([.. mine.Zip(theirs, (a, b) => a / b).Where(double.IsFinite)]) : null;
    }

    private static double? Median(IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
