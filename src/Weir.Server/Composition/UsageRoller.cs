using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Activity;

namespace Weir.Server.Composition;

/// <summary>Adds generations to the sums by hour soon after they were recorded, in steps so short that no answer waits for one.</summary>
/// <remarks>Nothing depends on it but speed: answers are exact before as after. A folder of an older version is caught up with in the same way.</remarks>
internal sealed partial class UsageRoller(IUsageStore store, TimeProvider time, ILogger<UsageRoller> logger) : BackgroundService
{
    // Some 5 ms of the ledger's writer.
    private const int Step = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Between steps of a backlog: others write three quarters of the time.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await store.RollUpAsync(Step, stoppingToken) == Step)
                {
                    await Task.Delay(Breath, time, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.NotAdded(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Generations could not be added to the sums by hour; analytics stay exact, but become slow. It is tried again.")]
        public static partial void NotAdded(ILogger logger, Exception failure);
    }
}
