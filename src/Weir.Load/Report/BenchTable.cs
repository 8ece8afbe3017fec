using System.Globalization;
using System.Text;

namespace Weir.Load.Report;

/// <summary>The samples as a table: a line a figure, a column a system; medians, how they lie to nginx, and from the least to the most.</summary>
internal static class BenchTable
{
    /// <summary>Markdown, so that it can stand in a document as it is.</summary>
    public static string Write(Samples samples, IReadOnlyList<string> systems)
    {
        var text = new StringBuilder("| figure |");
        text.AppendJoin("", systems.Select(system => $" {system} |")).Append("\n| --- |").AppendJoin("", systems.Select(_ => " ---: |")).Append('\n');
        foreach (var figure in samples.Figures)
        {
            text.Append($"| {figure.Name}{(figure.Unit.Length > 0 ? $", {figure.Unit}" : "")} |");
            text.AppendJoin("", systems.Select(system => $" {Cell(samples, figure, system)} |")).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(Samples samples, Figure figure, string system)
    {
        var numbers = samples.Of(figure, system);
        if (samples.Median(figure, system) is not { } median)
        {
            return "";
        }

        var cell = Number(median, figure);
        if (numbers.Count > 1)
        {
            cell += $" ({Number(numbers.Min(), figure)} to {Number(numbers.Max(), figure)})";
        }

        return samples.Ratio(figure, system, Systems.NginxContender.Name) is { } ratio && system != Systems.NginxContender.Name && figure.Unit.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{cell} **{ratio:0.00}×**")
            : cell;
    }

    private static string Number(double number, Figure figure) => number.ToString("N" + figure.Digits, CultureInfo.InvariantCulture);
}
