using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;

namespace Weir.Server.Telemetry;

/// <summary>What one instrument measured, a series for each set of labels.</summary>
internal sealed partial class InstrumentState
{
    // Labels are models, providers, stages, outcomes: far fewer. What comes beyond is added up without labels.
    private const int MostSeries = 10_000;

    private readonly ConcurrentDictionary<SeriesLabels, ISeries> _series = new();
    private readonly Instrument _instrument;
    private readonly string _type;

    public InstrumentState(string name, Instrument instrument)
    {
        Name = name;
        _instrument = instrument;
        var kind = instrument.GetType().Name;
        _type = kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.Contains("Gauge", StringComparison.Ordinal) || kind.Contains("UpDown", StringComparison.Ordinal) ? "gauge"
            : "counter";
    }

    /// <summary>As it is shown.</summary>
    public string Name { get; }

    /// <summary><c>weir_gateway_stage_duration</c> of <c>stage.duration</c> in <c>Weir.Gateway</c>.</summary>
    public static string NameOf(Instrument instrument) => Unnameable().Replace($"{instrument.Meter.Name}_{instrument.Name}", "_").ToLowerInvariant();

    public void Record(double number, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = SeriesLabels.Of(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            labels = _series.Count < MostSeries ? labels : default;
            series = _series.GetOrAdd(labels, _ => New());
        }

        series.Record(number);
    }

    /// <summary>An instrument that is asked when it is shown is about to be asked.</summary>
    public void BeginCollection()
    {
        if (_instrument.IsObservable)
        {
            _series.Clear();
        }
    }

    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
        {
            return;
        }

        text.Append("# HELP ").Append(Name).Append(' ').Append((_instrument.Description ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
        foreach (var (labels, series) in _series.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
        {
            series.Write(text, Name, labels.ToString());
        }
    }

    private ISeries New() => _type == "histogram" ? new HistogramState() : new SumState(isLast: _instrument.IsObservable);

    [GeneratedRegex("[^a-zA-Z0-9_]")]
    private static partial Regex Unnameable();
}
