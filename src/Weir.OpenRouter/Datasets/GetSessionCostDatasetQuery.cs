namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="DatasetsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record GetSessionCostDatasetQuery
{
    public string? AppSlug { get; init; }

    public string? Model { get; init; }

    /// <summary>One of <c>1-turn</c>, <c>2-9-turns</c>, <c>10-49-turns</c>, <c>50-plus-turns</c>.</summary>
    public string? TurnRange { get; init; }

    public long? Limit { get; init; }

    public long? Offset { get; init; }

    internal string ToText() => new QueryText()
        .Add("app_slug", AppSlug)
        .Add("model", Model)
        .Add("turn_range", TurnRange)
        .Add("limit", Limit)
        .Add("offset", Offset)
        .ToString();
}
