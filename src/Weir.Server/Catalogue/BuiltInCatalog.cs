using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>The catalogue that comes with Weir: providers that are switched on by their usual variable, and their models, from the files in <c>Data/</c>.</summary>
internal sealed class BuiltInCatalog
{
    /// <summary>The files, in the order in which endpoints are listed: makers of models first, then who runs models of others.</summary>
    public static readonly ImmutableArray<string> Files =
    [
        "openai", "anthropic", "google-ai-studio", "mistral", "deepseek", "xai", "cohere", "perplexity", "moonshotai", "z-ai", "minimax", "alibaba", "ai21",
        "stepfun", "voyage", "groq", "cerebras", "sambanova", "fireworks", "together", "baseten", "nebius", "novita", "deepinfra", "nvidia", "huggingface",
        "amazon-bedrock", "azure", "openrouter",
    ];

    private static readonly Lazy<BuiltInCatalog> Loaded = new(Load);

    private BuiltInCatalog(ImmutableArray<CatalogFile> files)
    {
        Providers = [.. files.SelectMany(file => file.Providers)];
        Models = files.Aggregate(ImmutableArray<ModelConfiguration>.Empty, (models, file) => CatalogMerge.Add(models, file.Models));
        Date = new DateTimeOffset(files.Max(file => file.AsOf)!.Value, TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>Read once, when it is first asked for.</summary>
    public static BuiltInCatalog Instance => Loaded.Value;

    /// <summary>The newest day on which prices of it were read.</summary>
    public DateTimeOffset Date { get; }

    public ImmutableArray<ProviderConfiguration> Providers { get; }

    public ImmutableArray<ModelConfiguration> Models { get; }

    /// <summary>The content of one of <see cref="Files"/>.</summary>
    public static byte[] Read(string file)
    {
        using var stream = typeof(BuiltInCatalog).Assembly.GetManifestResourceStream($"catalogue/{file}.json")
            ?? throw new InvalidOperationException($"The built-in catalogue lacks {file}.json.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static BuiltInCatalog Load() => new([.. Files.Select(name =>
    {
        using var document = CatalogFileReader.Parse(Read(name), name);
        return CatalogFileReader.Read(document.RootElement, name, []);
    })]);
}
