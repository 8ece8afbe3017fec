using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>A model as the lists of models show it.</summary>
public sealed record ModelRecord
{
    /// <summary>Slug, as a request names the model: <c>author/slug</c>; of a row for an alias, the alias.</summary>
    public required string Id { get; init; }

    /// <summary>Always <c>model</c>: OpenAI clients expect it.</summary>
    public string Object { get; init; } = "model";

    /// <summary>The permanent slug.</summary>
    public required string CanonicalSlug { get; init; }

    /// <summary>Name for people, such as <c>Acme: Small</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    /// <summary>Text for people; empty: the catalogue has none.</summary>
    public required string Description { get; init; }

    /// <summary><c>organisation/repository</c> on Hugging Face; null: not there, or not known.</summary>
    public string? HuggingFaceId { get; init; }

    /// <summary>Year-month-day.</summary>
    public string? KnowledgeCutoff { get; init; }

    /// <summary>Year-month-day; null: no end is known.</summary>
    public string? ExpirationDate { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    /// <summary>What it takes and gives.</summary>
    public required ArchitectureRecord Architecture { get; init; }

    /// <summary>Prices of its cheapest endpoint; those of others can be higher.</summary>
    public required PricingRecord Pricing { get; init; }

    /// <summary>Limits of its first endpoint, in the operator's order.</summary>
    public required TopProviderRecord TopProvider { get; init; }

    /// <summary>Always null: there are none.</summary>
    public object? PerRequestLimits { get; init; }

    /// <summary>What at least one endpoint takes.</summary>
    public required IReadOnlyList<string> SupportedParameters { get; init; }

    /// <summary>Null: none are known.</summary>
    public SamplingDefaultsRecord? DefaultParameters { get; init; }

    /// <summary>Null: the model does not speak.</summary>
    public IReadOnlyList<string>? SupportedVoices { get; init; }

    /// <summary>Where its endpoints are shown.</summary>
    public required ModelLinks Links { get; init; }

    /// <summary>Absent: the model does not reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReasoningRecord? Reasoning { get; init; }

    /// <summary>Absent: no scores are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BenchmarksRecord? Benchmarks { get; init; }

    /// <summary>Absent: the row is a model of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AliasTargetRecord? AliasTarget { get; init; }
}
