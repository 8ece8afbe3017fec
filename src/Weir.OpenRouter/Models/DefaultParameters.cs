namespace Weir.OpenRouter;

/// <summary>Default parameters, as <c>ModelsClient</c> gets it.</summary>
public sealed record DefaultParameters : WireRecord
{
    public decimal? FrequencyPenalty { get; init; }

    public decimal? PresencePenalty { get; init; }

    public decimal? RepetitionPenalty { get; init; }

    public decimal? Temperature { get; init; }

    public long? TopK { get; init; }

    public decimal? TopP { get; init; }
}
