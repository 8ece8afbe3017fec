using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Keys;

namespace Weir.Server.Composition;

/// <summary>Notices keys that another process made or changed, within half a second.</summary>
internal sealed partial class KeyWatcher(KeyRegistrar registrar, TimeProvider time, ILogger<KeyWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await registrar.RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The keys in memory stay in force; the next tick tries again.
                Log.NotRead(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys could not be read again; those in memory stay in force.")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}
