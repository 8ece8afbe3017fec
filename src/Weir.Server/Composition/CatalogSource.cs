using Weir.Gateway.Catalog;
using Weir.Server.Catalogue;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Where the catalogue comes from: the configuration, the built-in files, and what was imported into the data folder.</summary>
internal sealed class CatalogSource(WeirConfiguration configuration, WeirServerOptions options)
{
    private readonly ImportedFiles _files = new(options.DataFolder);
    private readonly DateTimeOffset _since = options.ConfigFile is { } file ? new DateTimeOffset(File.GetLastWriteTimeUtc(file)) : BuiltInCatalog.Instance.Date;

    /// <summary>Changes when something was imported.</summary>
    public string Stamp() => _files.Stamp();

    /// <summary>Which providers are on, and every model that somebody describes.</summary>
    public ProviderSelection Select(Action<string> warn) =>
        ProviderSelection.Of(configuration, options.Environment, _files.ReadAll(ProviderSelection.KnownOf(configuration), warn));

    /// <summary>Whether the simulator stands in because nobody else is configured.</summary>
    public bool IsSimulated(ProviderSelection selection) => selection.Providers.IsEmpty && configuration.Providers.IsEmpty;

    public CatalogSnapshot OfSimulator(Uri address) => CatalogBuilder.OfSimulator(address, _since);

    public CatalogSnapshot Build(ProviderSelection selection, Action<string> warn)
    {
        var warnings = new List<string>();
        var snapshot = CatalogBuilder.Build(selection, configuration.DefaultModel, configuration.Routing, _since, warnings);
        warnings.ForEach(warn);
        return snapshot;
    }
}
