using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>What a document says against the import before it.</summary>
internal static class ImportComparison
{
    public static ImportReport Of(ProviderConfiguration provider, ImmutableArray<ModelConfiguration> last, ModelsDocument document)
    {
        var before = last.ToDictionary(model => model.Slug, CatalogFileWriter.WriteModel, StringComparer.Ordinal);
        var now = document.Models.ToDictionary(model => model.Slug, CatalogFileWriter.WriteModel, StringComparer.Ordinal);
        return new ImportReport
        {
            Provider = provider.Slug,
            Models = now.Count,
            New = [.. now.Keys.Where(slug => !before.ContainsKey(slug))],
            Changed = [.. now.Where(pair => before.TryGetValue(pair.Key, out var text) && text != pair.Value).Select(pair => pair.Key)],
            Dropped = [.. before.Keys.Where(slug => !now.ContainsKey(slug))],
            Skipped = document.Skipped,
            Off = provider is { ApiKeyEnv: { } variable, ApiKey: null or "" } ? $"{variable} is not set here" : null,
        };
    }
}
