namespace Weir.OpenRouter;

/// <summary>Says that feedback has arrived.</summary>
public sealed record SubmitGenerationFeedbackData : WireRecord
{
    /// <summary>True when it was kept.</summary>
    public bool? Success { get; init; }
}
