using System.Globalization;
using System.Text;

namespace Weir.RoutingLab;

/// <summary>Writes measurements for people.</summary>
internal static class Report
{
    public static string Table(IEnumerable<Measurement> measurements)
    {
        var text = new StringBuilder();
        _ = text.Append("| scenario | strategy | success % | added p50 ms | added p99 ms | cost ");
        _ = text.AppendLine("| calls a request | load on the sick % | extra calls % | back after s |");
        _ = text.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var scenario in measurements.GroupBy(measurement => measurement.Scenario, StringComparer.Ordinal))
        {
            var name = scenario.Key;
            foreach (var measurement in scenario)
            {
                _ = text.AppendLine(Row(name, measurement));
                name = "";
            }
        }

        return text.ToString();
    }

    private static string Row(string scenario, Measurement of) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario} | {of.Strategy} | {of.Success * 100:0.000} | {of.AddedP50 * 1000:0} | {of.AddedP99 * 1000:0} | {of.Cost:0.00} ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"| {of.Calls:0.000} | {of.SickLoad * 100:0.0} | {of.ExtraCalls * 100:0.00} | {Seconds(of.BackAfter)} |");

    private static string Seconds(double? value) => value is { } seconds ? seconds.ToString("0", CultureInfo.InvariantCulture) : "";
}
