using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Shows models as wire records.</summary>
internal static class ModelRecords
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public static ModelRecord Of(ModelRow row)
    {
        var (model, card) = (row.Model, row.Model.Card);
        return new ModelRecord
        {
            Id = row.Slug,
            CanonicalSlug = model.CanonicalSlug,
            Name = model.Name,
            Created = model.Created.ToUnixTimeSeconds(),
            Description = card.Description,
            HuggingFaceId = card.HuggingFaceId,
            KnowledgeCutoff = Text(card.KnowledgeCutoff),
            ExpirationDate = Text(card.ExpirationDate),
            ContextLength = model.ContextLength,
            Architecture = Architecture(model),
            Pricing = PricingRecords.Of(ShownPrice.Of(model)),
            TopProvider = TopProvider(model.Endpoints[0]),
            SupportedParameters = EndpointParameters.Union(model),
            DefaultParameters = card.Defaults is { } defaults ? Defaults(defaults) : null,
            SupportedVoices = card.Voices is { IsEmpty: false } voices ? voices : null,
            Links = new ModelLinks { Details = DetailsOf(row.Slug) },
            Reasoning = card.Reasoning is { } reasoning ? Reasoning(reasoning) : null,
            Benchmarks = card.Benchmarks is { } benchmarks ? Benchmarks(benchmarks) : null,
            AliasTarget = row.Alias is null ? null : new AliasTargetRecord { Slug = model.Slug, Name = model.Name },
        };
    }

    /// <summary>Path of a model's endpoints.</summary>
    public static string DetailsOf(string slug) => $"/api/v1/models/{slug}/endpoints";

    public static ArchitectureRecord Architecture(ModelEntry model) => new()
    {
        InputModalities = model.InputModalities,
        OutputModalities = model.OutputModalities,
        Modality = $"{string.Join('+', model.InputModalities)}->{string.Join('+', model.OutputModalities)}",
        Tokenizer = model.Family,
        InstructType = model.Card.InstructType,
    };

    private static TopProviderRecord TopProvider(EndpointEntry endpoint) => new()
    {
        IsModerated = endpoint.IsModerated,
        ContextLength = endpoint.ContextLength,
        MaxCompletionTokens = endpoint.MaxCompletionTokens,
    };

    private static SamplingDefaultsRecord Defaults(SamplingDefaults defaults) => new()
    {
        Temperature = defaults.Temperature,
        TopP = defaults.TopP,
        TopK = defaults.TopK,
        FrequencyPenalty = defaults.FrequencyPenalty,
        PresencePenalty = defaults.PresencePenalty,
        RepetitionPenalty = defaults.RepetitionPenalty,
    };

    private static ReasoningRecord Reasoning(ReasoningAbility ability) => new()
    {
        Mandatory = ability.Mandatory,
        SupportedEfforts = ability.TakesAnyEffort ? Null : ability.Efforts.IsEmpty ? null : Words(ability.Efforts),
        DefaultEffort = ability.DefaultEffort,
        DefaultEnabled = ability.DefaultEnabled,
        SupportsMaxTokens = ability.TakesMaxTokens,
    };

    // Words of a vocabulary: nothing in them needs escaping.
    private static JsonElement Words(IEnumerable<string> words) => JsonElement.Parse($"[{string.Join(',', words.Select(word => $"\"{word}\""))}]");

    private static BenchmarksRecord Benchmarks(ModelBenchmarks benchmarks) => new()
    {
        ArtificialAnalysis = benchmarks is { IntelligenceIndex: null, CodingIndex: null, AgenticIndex: null } ? null : new ArtificialAnalysisRecord
        {
            IntelligenceIndex = benchmarks.IntelligenceIndex,
            CodingIndex = benchmarks.CodingIndex,
            AgenticIndex = benchmarks.AgenticIndex,
        },
        DesignArena = [.. benchmarks.Arenas.Select(Arena)],
    };

    private static ArenaRecord Arena(ArenaScore score) =>
        new() { Arena = score.Arena, Category = score.Category, Elo = score.Elo, Rank = score.Rank, WinRate = score.WinRate };

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
