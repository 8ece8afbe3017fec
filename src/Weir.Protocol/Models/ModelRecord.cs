using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>A model as the lists of models show it.</summary>
public sealed record ModelRecord
{
    public required string Id { get; init; }

    /// <summary>Always <c>model</c>: OpenAI clients expect it.</summary>
    public string Object { get; init; } = "model";

    /// <summary>The permanent slug.</summary>
    public required string CanonicalSlug { get; init; }

    public required string Name { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    public required string Description { get; init; }
    public string? HuggingFaceId { get; init; }

    /// <summary>Year-month-day.</summary>
    public string? KnowledgeCutoff { get; init; }

    /// <summary>Year-month-day; null: no end is known.</summary>
    public string? ExpirationDate { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    public required ArchitectureRecord Architecture { get; init; }
    public required PricingRecord Pricing { get; init; }
    public required TopProviderRecord TopProvider { get; init; }

    /// <summary>Always null: there are none.</summary>
    public object? PerRequestLimits { get; init; }

    /// <summary>What at least one endpoint takes.</summary>
    public required IReadOnlyList<string> SupportedParameters { get; init; }

    /// <summary>Null: none are known.</summary>
    public SamplingDefaultsRecord? DefaultParameters { get; init; }

    /// <summary>Null: the model does not speak.</summary>
    public IReadOnlyList<string>? SupportedVoices { get; init; }

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
