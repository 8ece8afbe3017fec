using Weir.Gateway.Catalog;
using Weir.Ledger.Secrets;
using Weir.Server.Catalogue;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>
/// Where the catalogue comes from: the configuration, the built-in files, and what was imported into the data folder; the simulator when there is nobody else.
/// </summary>
internal sealed class CatalogSource(WeirServerOptions options, StandIn standIn, ProviderKeyRegistrar keys)
{
    private readonly ImportedFiles _files = new(options.DataFolder);

    /// <summary>Changes when something was imported, or a provider was opened or closed by a stored credential.</summary>
    public string Stamp() => $"{_files.Stamp()}|{OwnedProviders.Stamp(keys.All)}";

    /// <summary>Makes the catalogue of a configuration. One caller at a time.</summary>
    /// <param name="configuration">What the file says.</param>
    /// <param name="warn">Receives a line for each provider that is off, each import that cannot be used, each model that nobody can answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CatalogSnapshot> BuildAsync(WeirConfiguration configuration, Action<string> warn, CancellationToken cancellationToken)
    {
        var selection = ProviderSelection.Of(configuration, options.Environment, _files.ReadAll(ProviderSelection.KnownOf(configuration), warn), OwnedProviders.Of(keys.All));
        var warnings = selection.Warnings.ToList();
        var snapshot = selection.Providers.IsEmpty && configuration.Providers.IsEmpty
            ? CatalogBuilder.OfSimulator(await standIn.StartAsync(cancellationToken), Since())
            : CatalogBuilder.Build(selection, configuration.DefaultModel, configuration.Routing, Since(), warnings);
        warnings.ForEach(warn);
        return snapshot;
    }

    // A file that has gone has no time; what it said may still be in force.
    private DateTimeOffset Since() =>
        options.ConfigFile is { } file && File.Exists(file) ? new DateTimeOffset(File.GetLastWriteTimeUtc(file)) : BuiltInCatalog.Instance.Date;
}
