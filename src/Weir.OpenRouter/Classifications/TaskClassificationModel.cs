namespace Weir.OpenRouter;

/// <summary>A model and its share of one kind of task.</summary>
public sealed record TaskClassificationModel : WireRecord
{
    /// <summary>Permanent slug of the model, <c>author/slug</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its share of the tokens of this kind of task, 0 to 1; the listed models need not add up to 1.</summary>
    public decimal? TagTokenShare { get; init; }

    /// <summary>Its share of the calls of this kind of task, 0 to 1; the listed models need not add up to 1.</summary>
    public decimal? TagUsageShare { get; init; }
}
