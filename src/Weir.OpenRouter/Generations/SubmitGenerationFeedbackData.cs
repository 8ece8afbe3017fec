namespace Weir.OpenRouter;

/// <summary>Submit generation feedback data, as <c>GenerationsClient</c> gets it.</summary>
public sealed record SubmitGenerationFeedbackData : WireRecord
{
    public bool? Success { get; init; }
}
