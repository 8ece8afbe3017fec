using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;

namespace Weir.Server.Composition;

/// <summary>Notices what was imported into the data folder, within a second, and puts the new catalogue in force whole.</summary>
internal sealed partial class CatalogWatcher(CatalogSource source, string first, CatalogState catalog, TimeProvider time, ILogger<CatalogWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private string _stamp = first;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Refresh();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The catalogue in force stays; the next tick tries again.
                Log.NotRead(logger, failure);
            }
        }
    }

    private void Refresh()
    {
        var stamp = source.Stamp();
        if (stamp == _stamp)
        {
            return;
        }

        // Taken before the files are read: a change in between is seen at the next tick.
        _stamp = stamp;
        var selection = source.Select(warning => Log.Warning(logger, warning));
        if (!source.IsSimulated(selection))
        {
            catalog.Swap(source.Build(selection, warning => Log.Warning(logger, warning)));
            Log.Read(logger, catalog.Current.Models.Length);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The catalogue was read again: {Models} models.")]
        public static partial void Read(ILogger logger, int models);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
        public static partial void Warning(ILogger logger, string warning);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The imported catalogue could not be read; the one in memory stays in force.")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}
