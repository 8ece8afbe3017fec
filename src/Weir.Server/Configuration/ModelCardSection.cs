using Weir.Gateway.Catalog;

namespace Weir.Server.Configuration;

/// <summary>Reads what a model of the configuration is said to be.</summary>
internal static class ModelCardSection
{
    private const double NoBound = double.MaxValue;

    /// <param name="node">The model; its other members are read elsewhere.</param>
    public static ModelCard Read(ConfigNode node) => new()
    {
        Description = node.Text("description", "A small, quick model.") ?? "",
        HuggingFaceId = node.Text("hugging_face_id", "acme/small-1"),
        KnowledgeCutoff = node.Date("knowledge_cutoff"),
        ExpirationDate = node.Date("expiration_date"),
        Family = node.Word("family", CatalogVocabulary.Families),
        InstructType = node.Word("instruct_type", CatalogVocabulary.InstructTypes),
        Categories = node.Words("categories", CatalogVocabulary.Categories) ?? [],
        Voices = node.Texts("supported_voices", "alloy") ?? [],
        Distillable = node.Flag("distillable", fallback: false),
        Reasoning = node.Object("reasoning") is { } reasoning ? ReadReasoning(reasoning) : null,
        Defaults = node.Object("default_parameters") is { } defaults ? ReadDefaults(defaults) : null,
        Benchmarks = node.Object("benchmarks") is { } benchmarks ? ReadBenchmarks(benchmarks) : null,
    };

    private static ReasoningAbility ReadReasoning(ConfigNode node)
    {
        var ability = new ReasoningAbility
        {
            Mandatory = node.Flag("mandatory", fallback: false),
            TakesAnyEffort = node.Flag("any_effort", fallback: false),
            Efforts = [.. (node.Words("supported_efforts", CatalogVocabulary.Efforts) ?? []).OrderBy(effort => CatalogVocabulary.Efforts.IndexOf(effort))],
            DefaultEffort = node.Word("default_effort", CatalogVocabulary.Efforts),
            DefaultEnabled = node.Flag("default_enabled"),
            TakesMaxTokens = node.Flag("supports_max_tokens"),
        };
        if (ability is { TakesAnyEffort: true, Efforts.IsEmpty: false })
        {
            node.Report("supported_efforts", "and \"any_effort\" are both given; keep one of the two");
        }

        node.Finish();
        return ability;
    }

    private static SamplingDefaults ReadDefaults(ConfigNode node)
    {
        var defaults = new SamplingDefaults
        {
            Temperature = node.Real("temperature", 0, 2, 0.7),
            TopP = node.Real("top_p", 0, 1, 0.95),
            TopK = node.Number("top_k", 0, 40),
            FrequencyPenalty = node.Real("frequency_penalty", -2, 2, 0),
            PresencePenalty = node.Real("presence_penalty", -2, 2, 0),
            RepetitionPenalty = node.Real("repetition_penalty", 0, 2, 1.05),
        };
        node.Finish();
        return defaults;
    }

    private static ModelBenchmarks ReadBenchmarks(ConfigNode node)
    {
        var analysis = node.Object("artificial_analysis");
        var benchmarks = new ModelBenchmarks
        {
            IntelligenceIndex = analysis?.Real("intelligence_index", 0, NoBound, 71.4),
            CodingIndex = analysis?.Real("coding_index", 0, NoBound, 63.2),
            AgenticIndex = analysis?.Real("agentic_index", 0, NoBound, 55.8),
            Arenas = [.. node.Objects("design_arena").Select(ReadArena)],
        };
        analysis?.Finish();
        node.Finish();
        return benchmarks;
    }

    private static ArenaScore ReadArena(ConfigNode node)
    {
        var score = new ArenaScore
        {
            Arena = node.RequiredText("arena", "models"),
            Category = node.RequiredText("category", "website"),
            Elo = node.Real("elo", 0, NoBound, 1200) ?? 0,
            WinRate = node.Real("win_rate", 0, 100, 61.5) ?? 0,
            Rank = node.Number("rank", 1, 5) ?? 1,
        };
        node.Finish();
        return score;
    }
}
