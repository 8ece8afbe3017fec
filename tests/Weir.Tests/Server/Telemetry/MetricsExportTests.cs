using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Weir.Server.Telemetry;
using Xunit;

namespace Weir.Tests.Server.Telemetry;

public sealed class MetricsExportTests : IDisposable
{
    private readonly MetricsExport _export = new();
    private readonly Meter _meter = new($"Weir.Test{Guid.CreateVersion7():N}");

    private string Prefix => _meter.Name.Replace('.', '_').ToLowerInvariant();

    public void Dispose()
    {
        _export.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public async Task Counter_SeveralLabels_ASeriesEach()
    {
        var counter = _meter.CreateCounter<long>("calls.made", "{call}", "Calls, by who and how.");

        counter.Add(2, new("provider", "acme"), new("outcome", "ok"));
        counter.Add(1, new("provider", "acme"), new("outcome", "ok"));
        counter.Add(1, new("provider", "acme"), new("outcome", "failed"));

        Assert.Equal(
            $$"""
            # HELP {{Prefix}}_calls_made Calls, by who and how.
            # TYPE {{Prefix}}_calls_made counter
            {{Prefix}}_calls_made{provider="acme",outcome="failed"} 1
            {{Prefix}}_calls_made{provider="acme",outcome="ok"} 3

            """,
            await OwnAsync());
    }

    [Fact]
    public async Task Counter_FractionsAndHostileLabel_AreWrittenSoThatTheyCanBeRead()
    {
        var counter = _meter.CreateCounter<double>("spent");

        counter.Add(0.1, new KeyValuePair<string, object?>("model", "a\"b\\c\nd"));
        counter.Add(0.2, new KeyValuePair<string, object?>("model", "a\"b\\c\nd"));

        Assert.Contains($$"""{{Prefix}}_spent{model="a\"b\\c\nd"} 0.30000000000000004""", await OwnAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Histogram_CountsUpToEachBound()
    {
        var times = _meter.CreateHistogram<double>("time", "s");

        foreach (var seconds in (double[])[0.00001, 0.00002, 0.3, 10_000])
        {
            times.Record(seconds, new KeyValuePair<string, object?>("stage", "relay"));
        }

        var text = await OwnAsync();
        Assert.Contains($"{Prefix}_time_bucket{{stage=\"relay\",le=\"0.00001\"}} 1\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_bucket{{stage=\"relay\",le=\"0.000025\"}} 2\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_bucket{{stage=\"relay\",le=\"0.25\"}} 2\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_bucket{{stage=\"relay\",le=\"0.5\"}} 3\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_bucket{{stage=\"relay\",le=\"+Inf\"}} 4\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_sum{{stage=\"relay\"}} 10000.30003\n", text, StringComparison.Ordinal);
        Assert.Contains($"{Prefix}_time_count{{stage=\"relay\"}} 4\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gauge_OfSomethingThatIsGone_IsNotShownAnyMore()
    {
        var endpoints = new List<string> { "acme", "other" };
        _ = _meter.CreateObservableGauge("open", () => endpoints.Select(endpoint => new Measurement<int>(1, new KeyValuePair<string, object?>("endpoint", endpoint))));
        Assert.Contains("endpoint=\"other\"", await OwnAsync(), StringComparison.Ordinal);

        endpoints.Remove("other");

        var text = await OwnAsync();
        Assert.DoesNotContain("endpoint=\"other\"", text, StringComparison.Ordinal);
        Assert.Contains($"# TYPE {Prefix}_open gauge\n{Prefix}_open{{endpoint=\"acme\"}} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_FromManyThreads_LosesNothing()
    {
        var counter = _meter.CreateCounter<long>("many");

        Parallel.For(0, 10_000, i => counter.Add(1, new KeyValuePair<string, object?>("odd", i % 2 == 0 ? "no" : "yes")));

        var text = await OwnAsync();
        Assert.Contains("{odd=\"no\"} 5000\n", text, StringComparison.Ordinal);
        Assert.Contains("{odd=\"yes\"} 5000\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_OfLabelsWithoutEnd_StaysBounded()
    {
        var counter = _meter.CreateCounter<long>("endless");

        for (var i = 0; i < 10_050; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("label", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Contains($"\n{Prefix}_endless 50\n", await OwnAsync(), StringComparison.Ordinal);
    }

    // Other tests measure at the same time: the lines of this test's meter.
    private async Task<string> OwnAsync()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await _export.WriteAsync(context);
        var lines = Encoding.UTF8.GetString(body.ToArray()).Split('\n').Where(line => line.Contains(Prefix, StringComparison.Ordinal));
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
