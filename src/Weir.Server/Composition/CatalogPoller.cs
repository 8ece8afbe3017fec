using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Server.Catalogue.Import;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Imports the documents of <c>catalog.import</c> again and again; <see cref="Reloader"/> sees what it writes.</summary>
internal sealed partial class CatalogPoller(SettingsState settings, WeirServerOptions options, ILogger<CatalogPoller> logger) : BackgroundService
{
    // A document that could not be read is worth another try sooner than after an hour.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    // How long an edit of weir.json may go unnoticed here.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ImportConfiguration, Poll> _polls = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var importer = new CatalogImporter(options.Time);
        using var timer = new PeriodicTimer(Interval, options.Time);
        try
        {
            do
            {
                await MatchAsync(importer, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await EndAsync([.. _polls.Keys]);
        }
    }

    // One poll for each import of the settings in force; those that did not change go on undisturbed.
    private async Task MatchAsync(CatalogImporter importer, CancellationToken stoppingToken)
    {
        var wanted = settings.Current.Configuration.Imports;
        await EndAsync([.. _polls.Keys.Where(import => !wanted.Contains(import))]);
        foreach (var import in wanted.Where(import => !_polls.ContainsKey(import)))
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            _polls.Add(import, new Poll(PollAsync(importer, import, end.Token), end));
        }
    }

    private async Task EndAsync(IReadOnlyList<ImportConfiguration> imports)
    {
        foreach (var import in imports)
        {
            _ = _polls.Remove(import, out var poll);
            using var end = poll!.End;
            await end.CancelAsync();
            await poll.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollAsync(CatalogImporter importer, ImportConfiguration import, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isRead = await ImportAsync(importer, import, stoppingToken);
            await Task.Delay(isRead || import.Every < AfterFailure ? import.Every : AfterFailure, options.Time, stoppingToken);
        }
    }

    private async Task<bool> ImportAsync(CatalogImporter importer, ImportConfiguration import, CancellationToken stoppingToken)
    {
        // The provider's address and credential are those of now.
        var order = new ImportOrder
        {
            Source = import.Url.AbsoluteUri,
            Provider = import.Provider,
            DataFolder = options.DataFolder,
            Configuration = settings.Current.Configuration,
            Environment = options.Environment,
        };
        try
        {
            var report = await importer.ImportAsync(order, stoppingToken);
            Log.Imported(logger, report.Models, report.Provider, report.New.Length, report.Changed.Length, report.Dropped.Length, report.Skipped.Length);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.NotImported(logger, import.Provider, failure.Message);
            return false;
        }
    }

    private sealed record Poll(Task Running, CancellationTokenSource End);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Imported {Models} models of {Provider}: {New} new, {Changed} changed, {Dropped} dropped, {Skipped} skipped.")]
        public static partial void Imported(ILogger logger, int models, string provider, int @new, int changed, int dropped, int skipped);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The models of {Provider} were not imported; those of the last import stay. {Reason}")]
        public static partial void NotImported(ILogger logger, string provider, string reason);
    }
}
