namespace Weir.OpenRouter;

/// <summary>Which models <c>GET /models/count</c> counts.</summary>
public sealed record CountModelsQuery
{
    /// <summary>What the models make, separated by commas, such as <c>text,image</c>; <c>all</c> counts all models. Default <c>text</c>.</summary>
    public string? OutputModalities { get; init; }

    internal string ToText() => new QueryText()
        .Add("output_modalities", OutputModalities)
        .ToString();
}
