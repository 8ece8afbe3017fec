using System.Collections.Immutable;
using System.Text.Json;
using Weir.Providers;
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
        "amazon-bedrock", "openrouter",
    ];

    private static readonly Lazy<BuiltInCatalog> Loaded = new(Load);

    private BuiltInCatalog(ImmutableArray<CatalogFile> files, ImmutableArray<KeyValuePair<string, string>> coming)
    {
        Coming = coming;
        Providers = [.. files.SelectMany(file => file.Providers)];
        Models = files.Aggregate(ImmutableArray<ModelConfiguration>.Empty, (models, file) => CatalogMerge.Add(models, file.Models));
        Date = new DateTimeOffset(files.Max(file => file.AsOf)!.Value, TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>Read once, when it is first asked for.</summary>
    public static BuiltInCatalog Instance => Loaded.Value;

    /// <summary>The newest day on which prices of it were read.</summary>
    public DateTimeOffset Date { get; }

    /// <summary>Providers whose dialect is there.</summary>
    public ImmutableArray<ProviderConfiguration> Providers { get; }

    /// <summary>Variables of providers whose dialect is not there, and that dialect.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Coming { get; }

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

    private static BuiltInCatalog Load()
    {
        var files = ImmutableArray.CreateBuilder<CatalogFile>();
        var coming = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var name in Files)
        {
            using var document = CatalogFileReader.Parse(Read(name), name);
            if (MissingDialect(document.RootElement) is { } missing)
            {
                coming.Add(missing);
                continue;
            }

            files.Add(CatalogFileReader.Read(document.RootElement, name, []));
        }

        return new BuiltInCatalog(files.ToImmutable(), coming.ToImmutable());
    }

    private static KeyValuePair<string, string>? MissingDialect(JsonElement file)
    {
        var provider = file.GetProperty("providers").EnumerateObject().First().Value;
        var dialect = provider.GetProperty("dialect").GetString()!;
        return ProviderRegistry.Find(dialect) is null ? new(provider.GetProperty("api_key_env").GetString()!, dialect) : null;
    }
}
