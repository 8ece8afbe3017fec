namespace Weir.Protocol.Models;

/// <summary>A model as <c>GET /models</c> lists it.</summary>
public sealed record ModelRecord
{
    public required string Id { get; init; }

    /// <summary>Always <c>model</c>: OpenAI clients expect it.</summary>
    public string Object { get; init; } = "model";

    public required string CanonicalSlug { get; init; }
    public required string Name { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    public required string Description { get; init; }
    public string? HuggingFaceId { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    public required ArchitectureRecord Architecture { get; init; }
    public required PricingRecord Pricing { get; init; }
    public required TopProviderRecord TopProvider { get; init; }

    /// <summary>Always null: there are none.</summary>
    public object? PerRequestLimits { get; init; }

    public required IReadOnlyList<string> SupportedParameters { get; init; }

    /// <summary>Always null: parameters that are not sent are not filled in.</summary>
    public object? DefaultParameters { get; init; }

    /// <summary>Always null: no model speaks yet.</summary>
    public object? SupportedVoices { get; init; }

    public required ModelLinks Links { get; init; }
}
