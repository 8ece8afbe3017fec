using Weir.Gateway.Catalog;
using Weir.Protocol.Benchmarks;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Benchmarks;

/// <summary>Which of the catalogue's scores a request asks for.</summary>
internal sealed record BenchmarkQuery
{
    private const string CodeArena = "codecategories";

    public required string? Source { get; init; }
    public required string? Task { get; init; }
    public required string? Type { get; init; }
    public required string? Arena { get; init; }
    public required string? Category { get; init; }

    // A search is what only OpenRouter has measured.
    private bool IsSearch => Task == "search" || Type?.StartsWith("search_", StringComparison.Ordinal) == true;

    /// <summary>The scores of a model that are asked for.</summary>
    public IEnumerable<BenchmarkItem> ItemsOf(ModelEntry model)
    {
        if (model.Card.Benchmarks is not { } scores || IsSearch)
        {
            return [];
        }

        var prices = PricingRecords.Of(ShownPrice.Of(model));
        var pricing = new BenchmarkPricing(prices.Prompt, prices.Completion);
        return [.. Indices(model, scores, pricing), .. Arenas(model, scores, pricing)];
    }

    private IEnumerable<BenchmarkItem> Indices(ModelEntry model, ModelBenchmarks scores, BenchmarkPricing pricing)
    {
        double?[] asked = Task switch
        {
            "coding" => [scores.CodingIndex],
            "intelligence" => [scores.IntelligenceIndex],
            "agentic" => [scores.AgenticIndex],
            _ => [scores.CodingIndex, scores.IntelligenceIndex, scores.AgenticIndex],
        };
        if (Source is null or "artificial-analysis" && asked.Any(score => score is not null))
        {
            yield return new ArtificialAnalysisItem
            {
                ModelPermaslug = model.CanonicalSlug,
                DisplayName = model.Name,
                Pricing = pricing,
                IntelligenceIndex = scores.IntelligenceIndex,
                CodingIndex = scores.CodingIndex,
                AgenticIndex = scores.AgenticIndex,
            };
        }
    }

    private IEnumerable<BenchmarkItem> Arenas(ModelEntry model, ModelBenchmarks scores, BenchmarkPricing pricing)
    {
        // The documented default, once it is the arena that is asked for.
        var arena = Arena ?? (Source == "design-arena" ? "models" : null);
        return
            from score in Source is null or "design-arena" ? scores.Arenas : []
            where (arena is null || score.Arena == arena) && (Category is null || score.Category == Category)
                && Task switch { null => true, "coding" => score.Category == CodeArena, "agentic" => score.Arena == "agents", _ => false }
            select new DesignArenaItem
            {
                ModelPermaslug = model.CanonicalSlug,
                DisplayName = model.Name,
                Pricing = pricing,
                Arena = score.Arena,
                Category = score.Category,
                Elo = score.Elo,
                WinRate = score.WinRate,
                AvgGenerationTimeMs = null,
                TournamentStats = new TournamentRecord(),
            };
    }
}
