using System.Globalization;
using System.Text;

namespace Weir.Load.Report;

/// <summary>The main figures as bars, in SVG that reads well on light and on dark.</summary>
internal static class BenchPicture
{
    private const int Width = 760;
    private const int NameWidth = 150;
    private const int BarHeight = 18;
    private const int MostBar = 440;

    private static readonly Figure[] Shown = [Figure.Added50, Figure.Processor, Figure.Rate32];

    public static string Draw(Samples samples, IReadOnlyList<string> systems)
    {
        var body = new StringBuilder();
        var y = 10;
        foreach (var figure in Shown)
        {
            y = DrawFigure(body, samples, [.. systems.Where(system => system != Bench.Direct && samples.Of(figure, system).Count > 0)], figure, y);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{y}" viewBox="0 0 {Width} {y}" font-family="system-ui, sans-serif" font-size="12">
            <rect width="{Width}" height="{y}" rx="8" fill="#fbfbfc" stroke="#d9dce1"/>
            {body}</svg>

            """);
    }

    private static int DrawFigure(StringBuilder body, Samples samples, string[] systems, Figure figure, int y)
    {
        body.Append(CultureInfo.InvariantCulture, $"""<text x="20" y="{y + 22}" font-weight="600" fill="#14171c">{figure.Name}, {figure.Unit}</text>""").Append('\n');
        y += 34;
        var longest = systems.Max(system => samples.Median(figure, system) ?? 0);
        foreach (var system in systems)
        {
            var number = samples.Median(figure, system) ?? 0;
            var length = Math.Max(1, number / longest * MostBar);
            var colour = system.StartsWith("weir", StringComparison.Ordinal) ? "#2a6fdb" : "#9aa3af";
            body.Append(CultureInfo.InvariantCulture, $"""<text x="{NameWidth}" y="{y + 13}" text-anchor="end" fill="#3b4250">{system}</text>""")
                .Append(CultureInfo.InvariantCulture, $"""<rect x="{NameWidth + 10}" y="{y}" width="{length:0.#}" height="{BarHeight - 3}" rx="3" fill="{colour}"/>""")
                .Append(CultureInfo.InvariantCulture, $"""<text x="{NameWidth + 18 + length:0.#}" y="{y + 13}" fill="#14171c">{number.ToString("N" + figure.Digits, CultureInfo.InvariantCulture)}</text>""")
                .Append('\n');
            y += BarHeight;
        }

        return y + 14;
    }
}
