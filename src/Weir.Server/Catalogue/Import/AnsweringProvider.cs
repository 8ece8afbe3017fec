using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Finds out who answers the models of a document: who is named, or who is where the document is.</summary>
internal static class AnsweringProvider
{
    /// <returns>The provider, with its key when it is there.</returns>
    /// <exception cref="InvalidOperationException">It is not clear, or there is no such provider.</exception>
    public static ProviderConfiguration Of(ImportOrder order, Uri? url, ImmutableArray<ProviderConfiguration> known)
    {
        var provider = order.Provider is { } slug ? Named(slug, known) : Near(order.Source, url, known);
        if (!ImportedFiles.IsFileName(provider.Slug))
        {
            throw new InvalidOperationException($"The provider \"{provider.Slug}\" cannot have imports: its name would have to be letters, digits, '-', '_' and '.'.");
        }

        return provider.ApiKeyEnv is { } variable ? provider with { ApiKey = order.Environment(variable) } : provider;
    }

    private static ProviderConfiguration Named(string slug, ImmutableArray<ProviderConfiguration> known) =>
        known.FirstOrDefault(provider => provider.Slug == slug)
        ?? throw new InvalidOperationException($"There is no provider \"{slug}\": describe it under \"providers\" in weir.json first. Known: {Names(known)}.");

    private static ProviderConfiguration Near(string source, Uri? url, ImmutableArray<ProviderConfiguration> known) =>
        known.Where(provider => url is not null && DocumentClient.IsAt(url, provider)).ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"It is not clear which provider answers the models of {source}. Say it with --provider SLUG; known: {Names(known)}.");

    private static string Names(ImmutableArray<ProviderConfiguration> known) => string.Join(", ", known.Select(provider => provider.Slug));
}
