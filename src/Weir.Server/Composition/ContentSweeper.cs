using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Contents;

namespace Weir.Server.Composition;

/// <summary>Erases prompts and answers that have been kept long enough, every hour, a few at a time.</summary>
internal sealed partial class ContentSweeper(IContentStore store, SettingsState settings, TimeProvider time, ILogger<ContentSweeper> logger) : BackgroundService
{
    private const int Step = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.NotErased(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - settings.Current.Configuration.ContentRetention;
        while (await store.EraseAsync(before, Step, cancellationToken) == Step)
        {
            await Task.Yield();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Prompts and answers older than their retention could not be erased. The next round, in an hour, tries again.")]
        public static partial void NotErased(ILogger logger, Exception failure);
    }
}
