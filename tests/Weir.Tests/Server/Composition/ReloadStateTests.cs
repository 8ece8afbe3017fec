using System.Diagnostics.Metrics;
using Weir.Server.Composition;
using Xunit;

namespace Weir.Tests.Server.Composition;

/// <summary>What the metrics say of the configuration in force.</summary>
public sealed class ReloadStateTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_000);

    [Fact]
    public void Metrics_SayWhetherTheFileIsInForceAndSinceWhen()
    {
        using var state = new ReloadState(Start);

        var first = Read(state);
        state.Failed(["providers: broken"]);
        var failed = Read(state);
        state.Succeeded(Start.AddSeconds(9), ["durability"]);
        var mended = Read(state);

        Assert.Equal((0L, 1_000L), first);
        Assert.Equal((1L, 1_000L), failed);
        Assert.Equal((0L, 1_009L), mended);
        Assert.Equal(["durability"], state.Current.AfterRestart);
    }

    private static (long Failed, long ReadAt) Read(ReloadState state)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, state))
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return (values["reload.failed"], values["reload.success.timestamp"]);
    }
}
