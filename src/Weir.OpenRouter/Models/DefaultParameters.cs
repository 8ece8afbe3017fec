namespace Weir.OpenRouter;

/// <summary>Parameters that the author of a model advises; null where there is no advice. They are not sent by themselves.</summary>
public sealed record DefaultParameters : WireRecord
{
    /// <summary>For <see cref="ChatRequest.FrequencyPenalty"/>, -2 to 2.</summary>
    public decimal? FrequencyPenalty { get; init; }

    /// <summary>For <see cref="ChatRequest.PresencePenalty"/>, -2 to 2.</summary>
    public decimal? PresencePenalty { get; init; }

    /// <summary>For <see cref="ChatRequest.RepetitionPenalty"/>, above 0 to 2.</summary>
    public decimal? RepetitionPenalty { get; init; }

    /// <summary>For <see cref="ChatRequest.Temperature"/>, 0 to 2.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>For <see cref="ChatRequest.TopK"/>, 0 or more.</summary>
    public long? TopK { get; init; }

    /// <summary>For <see cref="ChatRequest.TopP"/>, above 0 to 1.</summary>
    public decimal? TopP { get; init; }
}
