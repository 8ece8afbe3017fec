using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Health;

namespace Weir.Server.Composition;

/// <summary>Runs a <see cref="RecoveryProbe"/> again and again, as often as <c>routing.probe_every_ms</c> says; never where it says nothing.</summary>
internal sealed partial class CircuitProber(RecoveryProbe probe, RunningState running, TimeProvider time, ILogger<CircuitProber> logger) : BackgroundService
{
    // How long an edit of weir.json may go unnoticed here; with it, how exact the interval is.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        var waited = TimeSpan.Zero;
        var jitter = 1.0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            waited += Tick;
            if (running.Settings.Current.Configuration.ProbeEvery is { } every && waited >= every * jitter)
            {
                await ProbeAsync(stoppingToken);

                // Many servers that lost the same provider must not ask it at the same moment.
                (waited, jitter) = (TimeSpan.Zero, 0.8 + (0.4 * Random.Shared.NextDouble()));
            }
        }
    }

    private async Task ProbeAsync(CancellationToken stoppingToken)
    {
        try
        {
            await probe.RunAsync(running.Catalog.Current, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // An edge: the next round tries again, and real requests test endpoints as ever.
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The probe of endpoints that failed could not be made.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
