using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Server.Catalogue;
using Weir.Server.Composition;
using Weir.Server.Configuration;

namespace Weir.Server.Seeding;

/// <summary>The thirty models of the month, with the prices and providers of the built-in catalogue.</summary>
internal sealed class SeedModels
{
    /// <summary>The provider that fails in the third week.</summary>
    public const string FailingProvider = "openai";

    private static readonly (string Slug, double Weight, double FirstTokenMs, double TokensPerSecond)[] Chosen =
    [
        ("anthropic/claude-sonnet-5.5", 14, 900, 72), ("openai/gpt-5.4-mini", 10, 480, 120), ("anthropic/claude-haiku-4.5", 9, 420, 140),
        ("openai/gpt-5.5", 8, 1100, 62), ("google/gemini-3.8-flash", 8, 380, 190), ("openai/gpt-5-mini", 6, 620, 105),
        ("google/gemini-2.5-flash", 5, 340, 200), ("meta-llama/llama-3.3-70b-instruct", 5, 260, 240), ("deepseek/deepseek-v4-pro-0813", 5, 1300, 48),
        ("anthropic/claude-opus-5.5", 4, 1700, 41), ("openai/gpt-4.1-mini", 4, 430, 95), ("openai/gpt-4o-mini", 4, 410, 88),
        ("openai/gpt-6-luna", 3, 700, 110), ("moonshotai/kimi-k2.6", 3, 820, 70), ("openai/gpt-oss-120b", 3, 210, 330),
        ("qwen/qwen3-235b-a22b-2507", 3, 760, 65), ("google/gemini-3.1-pro-preview", 3, 1900, 80), ("meta-llama/llama-3.1-8b-instruct", 3, 150, 410),
        ("deepseek/deepseek-v3.2", 3, 950, 55), ("z-ai/glm-5.2", 2, 800, 74), ("mistralai/mistral-large-2512", 2, 560, 68),
        ("mistralai/devstral-2512", 2, 450, 92), ("x-ai/grok-4.6", 2, 780, 85), ("openai/o4-mini", 2, 2600, 110),
        ("meta-llama/llama-4-maverick", 2, 330, 150), ("minimax/minimax-m3", 1, 900, 60), ("cohere/command-a", 1, 390, 90),
        ("openai/text-embedding-3-small", 6, 90, 0), ("google/gemini-embedding-001", 2, 130, 0), ("voyageai/voyage-4", 2, 110, 0),
    ];

    public SeedModels()
    {
        var selection = new ProviderSelection(BuiltInCatalog.Instance.Providers, BuiltInCatalog.Instance.Models, []);
        Catalog = CatalogBuilder.Build(selection, defaultModel: null, RoutingDefaults.None, BuiltInCatalog.Instance.Date, new List<string>());
        All = [.. Chosen.Select(row => new SeedModel(EntryOf(row.Slug), row.Weight, row.FirstTokenMs, row.TokensPerSecond))];
        Chat = [.. All.Where(model => !model.MakesEmbeddings)];
        Embeddings = [.. All.Where(model => model.MakesEmbeddings)];
    }

    /// <summary>The whole built-in catalogue, which prices are looked up in.</summary>
    public CatalogSnapshot Catalog { get; }

    public ImmutableArray<SeedModel> All { get; }

    public ImmutableArray<SeedModel> Chat { get; }

    public ImmutableArray<SeedModel> Embeddings { get; }

    private ModelEntry EntryOf(string slug) =>
        Catalog.Find(slug) ?? throw new InvalidOperationException($"The built-in catalogue has no {slug} any more; the seed's list of models is out of date.");
}
