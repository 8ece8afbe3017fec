using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Imports the documents of <c>catalog.import</c> again and again; <see cref="CatalogWatcher"/> sees what it writes.</summary>
internal sealed partial class CatalogPoller(WeirConfiguration configuration, WeirServerOptions options, ILogger<CatalogPoller> logger) : BackgroundService
{
    // A document that could not be read is worth another try sooner than after an hour.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var importer = new CatalogImporter(options.Time);
        await Task.WhenAll(configuration.Imports.Select(import => PollAsync(importer, import, stoppingToken)));
    }

    private async Task PollAsync(CatalogImporter importer, ImportConfiguration import, CancellationToken stoppingToken)
    {
        var order = new ImportOrder
        {
            Source = import.Url.AbsoluteUri,
            Provider = import.Provider,
            DataFolder = options.DataFolder,
            Configuration = configuration,
            Environment = options.Environment,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            var isRead = await ImportAsync(importer, order, stoppingToken);
            await Task.Delay(isRead || import.Every < AfterFailure ? import.Every : AfterFailure, options.Time, stoppingToken);
        }
    }

    private async Task<bool> ImportAsync(CatalogImporter importer, ImportOrder order, CancellationToken stoppingToken)
    {
        try
        {
            var report = await importer.ImportAsync(order, stoppingToken);
            Log.Imported(logger, report.Models, report.Provider, report.New.Length, report.Changed.Length, report.Dropped.Length, report.Skipped.Length);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotImported(logger, order.Provider!, failure.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Imported {Models} models of {Provider}: {New} new, {Changed} changed, {Dropped} dropped, {Skipped} skipped.")]
        public static partial void Imported(ILogger logger, int models, string provider, int @new, int changed, int dropped, int skipped);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The models of {Provider} were not imported; those of the last import stay. {Reason}")]
        public static partial void NotImported(ILogger logger, string provider, string reason);
    }
}
