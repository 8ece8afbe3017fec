using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>What a model is said to be: for readers and filters, never for routing.</summary>
public sealed record ModelCard
{
    public string Description { get; init; } = "";

    /// <summary><c>organisation/repository</c> on Hugging Face.</summary>
    public string? HuggingFaceId { get; init; }

    /// <summary>The last day its training data knows.</summary>
    public DateOnly? KnowledgeCutoff { get; init; }

    /// <summary>The day from which it is no longer answered.</summary>
    public DateOnly? ExpirationDate { get; init; }

    /// <summary>One of <see cref="CatalogVocabulary.Families"/>; null: as the tokenizer says.</summary>
    public string? Family { get; init; }

    /// <summary>One of <see cref="CatalogVocabulary.InstructTypes"/>.</summary>
    public string? InstructType { get; init; }

    /// <summary>What it is good at, of <see cref="CatalogVocabulary.Categories"/>.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Names of the voices of a model that speaks.</summary>
    public ImmutableArray<string> Voices { get; init; } = [];

    /// <summary>Whether its answers may train other models.</summary>
    public bool Distillable { get; init; }

    /// <summary>Null: it does not reason.</summary>
    public ReasoningAbility? Reasoning { get; init; }

    /// <summary>Null: nothing is known to differ from the API's own defaults.</summary>
    public SamplingDefaults? Defaults { get; init; }

    public ModelBenchmarks? Benchmarks { get; init; }
}
