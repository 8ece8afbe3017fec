namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="ModelsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record CountModelsQuery
{
    public string? OutputModalities { get; init; }

    internal string ToText() => new QueryText()
        .Add("output_modalities", OutputModalities)
        .ToString();
}
