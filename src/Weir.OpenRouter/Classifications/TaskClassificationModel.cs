namespace Weir.OpenRouter;

/// <summary>Task classification model, as <c>ClassificationsClient</c> gets it.</summary>
public sealed record TaskClassificationModel : WireRecord
{
    public string? Id { get; init; }

    public decimal? TagTokenShare { get; init; }

    public decimal? TagUsageShare { get; init; }
}
