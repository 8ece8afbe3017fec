using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Notices that <c>weir.json</c> was edited or that models were imported, about a second later, and puts what follows in force whole.</summary>
/// <remarks>The one place that swaps the catalogue and the settings. What cannot be used is reported, and the last good state stays.</remarks>
/// <param name="file">The configuration; null: there is none, and only imports are noticed.</param>
/// <param name="source">Makes catalogues.</param>
/// <param name="first">Stamp of the imports that are in force.</param>
/// <param name="running">What is swapped.</param>
/// <param name="report">Is told how it went.</param>
/// <param name="options">How the server was started.</param>
/// <param name="logger">Tells the operator.</param>
internal sealed partial class Reloader(
    ConfigFile? file,
    CatalogSource source,
    string first,
    RunningState running,
    ReloadState report,
    WeirServerOptions options,
    ILogger<Reloader> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly WeirConfiguration _started = running.Settings.Current.Configuration;
    private string _imports = first;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, options.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RefreshConfigurationAsync(stoppingToken);
            await RefreshImportsAsync(stoppingToken);
        }
    }

    private async Task RefreshConfigurationAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (file?.ReadChanged() is { } configuration)
            {
                await ApplyAsync(configuration, stoppingToken);
            }
        }
        catch (ConfigurationException wrong)
        {
            Keep(wrong.Errors);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(logger, failure);
            Keep([failure.Message]);
        }
    }

    private async Task ApplyAsync(WeirConfiguration configuration, CancellationToken stoppingToken)
    {
        // Everything is made before anything is swapped: what fails leaves no half of it in force.
        var settings = new ServerSettings(configuration, options.Urls);
        var warnings = new List<string>();
        var imports = source.Stamp();
        var catalog = await source.BuildAsync(configuration, warnings.Add, stoppingToken);
        running.Settings.Swap(settings);
        running.Catalog.Swap(catalog);
        _imports = imports;

        var afterRestart = AfterRestart.Of(_started, configuration);
        report.Succeeded(options.Time.GetUtcNow(), afterRestart);
        Log.Applied(logger, configuration.Providers.Length, catalog.Models.Length);
        Tell(warnings, afterRestart);
        if (configuration.Providers.Any(provider => provider.ApiKeyEnv is { } variable && string.IsNullOrEmpty(options.Environment(variable))))
        {
            Log.Environment(logger);
        }
    }

    private void Tell(List<string> warnings, ImmutableArray<string> afterRestart)
    {
        foreach (var warning in warnings)
        {
            Log.Warning(logger, warning);
        }

        foreach (var key in afterRestart)
        {
            Log.AfterRestart(logger, key);
        }
    }

    private void Keep(IReadOnlyList<string> errors)
    {
        report.Failed(errors);
        Log.Kept(logger, errors.Count);
        foreach (var error in errors)
        {
            Log.Error(logger, error);
        }
    }

    private async Task RefreshImportsAsync(CancellationToken stoppingToken)
    {
        try
        {
            var stamp = source.Stamp();
            if (stamp == _imports)
            {
                return;
            }

            // Taken before the files are read: a change in between is seen at the next tick.
            _imports = stamp;
            var catalog = await source.BuildAsync(running.Settings.Current.Configuration, warning => Log.Warning(logger, warning), stoppingToken);
            running.Catalog.Swap(catalog);
            Log.Imported(logger, catalog.Models.Length);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The catalogue in force stays; the next import tries again.
            Log.NotImported(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "weir.json is in force as it is now: {Providers} providers, {Models} models.")]
        public static partial void Applied(ILogger logger, int providers, int models);

        [LoggerMessage(Level = LogLevel.Error, Message = "weir.json cannot be used as it is now ({Count} errors); the last good one stays in force.")]
        public static partial void Kept(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Error}")]
        public static partial void Error(ILogger logger, string error);

        [LoggerMessage(Level = LogLevel.Error, Message = "weir.json could be read, but not put in force.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Key} in weir.json takes effect after a restart; everything else is in force.")]
        public static partial void AfterRestart(ILogger logger, string key);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The environment is that of the start: a variable set since then is seen after a restart.")]
        public static partial void Environment(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
        public static partial void Warning(ILogger logger, string warning);

        [LoggerMessage(Level = LogLevel.Information, Message = "The catalogue was read again: {Models} models.")]
        public static partial void Imported(ILogger logger, int models);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The imported catalogue could not be read; the one in memory stays in force.")]
        public static partial void NotImported(ILogger logger, Exception failure);
    }
}
