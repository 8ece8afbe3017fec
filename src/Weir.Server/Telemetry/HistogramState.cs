using System.Globalization;
using System.Text;

namespace Weir.Server.Telemetry;

/// <summary>How many measurements were how large at most, in seconds: from the ten microseconds of a stage to the minutes of an answer.</summary>
internal sealed class HistogramState : ISeries
{
    private static readonly double[] Bounds =
        [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

    private static readonly string[] BoundTexts = [.. Bounds.Select(bound => bound.ToString("0.######", CultureInfo.InvariantCulture)), "+Inf"];

    // One more than bounds: what is above all of them.
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private double _sum;

    /// <inheritdoc/>
    public void Record(double number)
    {
        var place = Array.BinarySearch(Bounds, number);
        Interlocked.Increment(ref _counts[place < 0 ? ~place : place]);
        SumState.Add(ref _sum, number);
    }

    /// <inheritdoc/>
    public void Write(StringBuilder text, string name, string labels)
    {
        var before = labels.Length > 0 ? labels + "," : "";
        var count = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            count += Volatile.Read(ref _counts[i]);
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{BoundTexts[i]}\"}} {count}\n");
        }

        var around = labels.Length > 0 ? $"{{{labels}}}" : "";
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{around} {Volatile.Read(ref _sum).ToString("R", CultureInfo.InvariantCulture)}\n{name}_count{around} {count}\n");
    }
}
