using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;

namespace Weir.Server.Composition;

/// <summary>Notices keys that another process made or changed, and credits it granted, within half a second.</summary>
internal sealed partial class KeyWatcher(KeyRegistrar registrar, CreditRegistrar credits, TimeProvider time, ILogger<KeyWatcher> logger) : BackgroundService
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
                await credits.RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What is in memory stays in force; the next tick tries again.
                Log.NotRead(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys and credits could not be read again; those in memory stay in force.")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}
