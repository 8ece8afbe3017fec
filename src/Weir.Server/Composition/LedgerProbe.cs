using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Stages;
using Weir.Ledger;

namespace Weir.Server.Composition;

/// <summary>Finds out whether a ledger that failed takes records again, so that no request has to be spent on it.</summary>
internal sealed partial class LedgerProbe(ILedgerStore ledger, LedgerHealthState health, TimeProvider time, ILogger<LedgerProbe> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // As much as the records of many requests together: room for one page more is no reason to call it well.
    private static readonly string Filler = new('.', 64 * 1024);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (health.IsFailing && await TakesRecordsAsync(stoppingToken))
            {
                health.CommitSucceeded();
                Log.Recovered(logger);
            }
        }
    }

    private async Task<bool> TakesRecordsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ledger.WriteSettingAsync("ledger_probe", Filler, stoppingToken);
            return true;
        }
        catch (IOException)
        {
            // Said once, by the record that was lost.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger takes records again; requests are served.")]
        public static partial void Recovered(ILogger logger);
    }
}
