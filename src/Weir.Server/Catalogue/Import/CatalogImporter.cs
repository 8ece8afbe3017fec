using System.Collections.Immutable;
using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Imports documents of models into the data folder, where servers read them.</summary>
public sealed class CatalogImporter(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DocumentClient _client = new();

    /// <summary>Reads a document and replaces the provider's last import by it. When it fails, the last import stays.</summary>
    /// <exception cref="InvalidOperationException">It is not clear who answers the models.</exception>
    /// <exception cref="IOException">The document cannot be read, or the file cannot be written.</exception>
    /// <exception cref="InvalidDataException">The document says nothing that can be used.</exception>
    public async Task<ImportReport> ImportAsync(ImportOrder order, CancellationToken cancellationToken)
    {
        var known = ProviderSelection.KnownOf(order.Configuration);
        var url = UrlOf(order.Source);
        var provider = ProviderOf(order, url, known);
        var document = new ModelsDocument(provider.Slug, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await ReadAsync(document, order.Source, url, WithKey(provider, order.Environment), cancellationToken);
        if (document.Models.IsEmpty)
        {
            throw new InvalidDataException($"{order.Source}: nothing in it can be imported{ReasonOf(document.Skipped)}");
        }

        var files = new ImportedFiles(order.DataFolder);
        var file = new CatalogFile { AsOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Source = url?.GetLeftPart(UriPartial.Path) ?? order.Source, Models = document.Models };
        var last = files.Find(provider.Slug, known);
        var report = Compare(provider.Slug, last?.Models ?? [], document) with { Off = OffOf(provider, order.Environment) };
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
    public void Dispose() => _client.Dispose();

    private static Uri? UrlOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static ProviderConfiguration ProviderOf(ImportOrder order, Uri? url, ImmutableArray<ProviderConfiguration> known)
    {
        if (order.Provider is not { } slug)
        {
            var near = known.Where(provider => url is not null && DocumentClient.IsAt(url, provider)).ToArray();
            return near is [var only]
                ? only
                : throw new InvalidOperationException($"It is not clear which provider answers the models of {order.Source}. Say it with --provider SLUG; known: {Names(known)}.");
        }

        var named = known.FirstOrDefault(provider => provider.Slug == slug)
            ?? throw new InvalidOperationException($"There is no provider \"{slug}\": describe it under \"providers\" in weir.json first. Known: {Names(known)}.");
        return ImportedFiles.IsFileName(slug)
            ? named
            : throw new InvalidOperationException($"The provider \"{slug}\" cannot have imports: its name would have to be letters, digits, '-', '_' and '.'.");
    }

    private static ProviderConfiguration WithKey(ProviderConfiguration provider, Func<string, string?> environment) =>
        provider with { ApiKey = provider.ApiKeyEnv is { } variable ? environment(variable) : provider.ApiKey };

    private static string? OffOf(ProviderConfiguration provider, Func<string, string?> environment) =>
        provider.ApiKeyEnv is { } variable && string.IsNullOrEmpty(environment(variable)) ? $"{variable} is not set here" : null;

    private static string Names(ImmutableArray<ProviderConfiguration> known) => string.Join(", ", known.Select(provider => provider.Slug));

    private static string ReasonOf(ImmutableArray<SkippedModel> skipped) => skipped switch
    {
        [] => ": it lists no models",
        [var first] => $": {first.Id}: {first.Reason}",
        [var first, ..] => $", none of {skipped.Length} models; the first, {first.Id}: {first.Reason}",
    };

    private static ImportReport Compare(string provider, ImmutableArray<ModelConfiguration> last, ModelsDocument document)
    {
        var before = last.ToDictionary(model => model.Slug, CatalogFileWriter.WriteModel, StringComparer.Ordinal);
        var now = document.Models.ToDictionary(model => model.Slug, CatalogFileWriter.WriteModel, StringComparer.Ordinal);
        return new ImportReport
        {
            Provider = provider,
            Models = now.Count,
            New = [.. now.Keys.Where(slug => !before.ContainsKey(slug))],
            Changed = [.. now.Where(pair => before.TryGetValue(pair.Key, out var text) && text != pair.Value).Select(pair => pair.Key)],
            Dropped = [.. before.Keys.Where(slug => !now.ContainsKey(slug))],
            Skipped = document.Skipped,
        };
    }

    private async Task ReadAsync(ModelsDocument document, string source, Uri? url, ProviderConfiguration provider, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (url is null)
            {
                using var content = JsonDocument.Parse(await DocumentClient.ReadFileAsync(source, either.Token));
                _ = document.ReadPage(content.RootElement);
                return;
            }

            await _client.ReadAsync(url, provider, document.ReadPage, either.Token);
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{source}: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException(failure is HttpRequestException ? $"{source} cannot be read: {failure.Message}" : $"{source} was not read within {Patience.TotalSeconds:0} s.", failure);
        }
    }
}
