using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Imports documents of models into the data folder, where servers read them.</summary>
public sealed class CatalogImporter(TimeProvider time) : IDisposable
{
    private readonly DocumentReader _reader = new(time);

    /// <summary>Reads a document and replaces the provider's last import by it. When it fails, the last import stays.</summary>
    /// <exception cref="InvalidOperationException">It is not clear who answers the models.</exception>
    /// <exception cref="IOException">The document cannot be read, or the file cannot be written.</exception>
    /// <exception cref="InvalidDataException">The document says nothing that can be used.</exception>
    public async Task<ImportReport> ImportAsync(ImportOrder order, CancellationToken cancellationToken)
    {
        var known = ProviderSelection.KnownOf(order.Configuration);
        var url = Uri.TryCreate(order.Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
        var provider = AnsweringProvider.Of(order, url, known);
        var document = new ModelsDocument(provider.Slug, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await _reader.ReadAsync(document, order.Source, url, provider, cancellationToken);
        if (document.Models.IsEmpty)
        {
            throw new InvalidDataException($"{order.Source}: nothing in it can be imported{ReasonOf(document.Skipped)}");
        }

        var files = new ImportedFiles(order.DataFolder);
        var file = new CatalogFile { AsOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Source = url?.GetLeftPart(UriPartial.Path) ?? order.Source, Models = document.Models };
        var last = files.Find(provider.Slug, known);
        var report = ImportComparison.Of(provider, last?.Models ?? [], document);
        if (order.IsDryRun)
        {
            return report;
        }

        // A file that says the same is left alone, so that a server that polls has nothing to read again.
        if (last is null || last.AsOf != file.AsOf || !(report.New.IsEmpty && report.Changed.IsEmpty && report.Dropped.IsEmpty))
        {
            files.Write(provider.Slug, file);
        }

        return report with { File = files.PathOf(provider.Slug) };
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static string ReasonOf(ImmutableArray<SkippedModel> skipped) => skipped switch
    {
        [] => ": it lists no models",
        [var first] => $": {first.Id}: {first.Reason}",
        [var first, ..] => $", none of {skipped.Length} models; the first, {first.Id}: {first.Reason}",
    };
}
