namespace Weir.OpenRouter;

/// <summary>Which costs of <c>GET /datasets/session-cost</c> to get; what is null is not asked for.</summary>
public sealed record GetSessionCostDatasetQuery
{
    /// <summary>Only sessions of this application, by its slug.</summary>
    public string? AppSlug { get; init; }

    /// <summary>Only sessions with this model, by its permaslug.</summary>
    public string? Model { get; init; }

    /// <summary>Only sessions this long. One of <c>1-turn</c>, <c>2-9-turns</c>, <c>10-49-turns</c>, <c>50-plus-turns</c>.</summary>
    public string? TurnRange { get; init; }

    /// <summary>Most rows to get, 1 to 500. Default 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Rows to skip, up to 5000. Default 0.</summary>
    public long? Offset { get; init; }

    internal string ToText() => new QueryText()
        .Add("app_slug", AppSlug)
        .Add("model", Model)
        .Add("turn_range", TurnRange)
        .Add("limit", Limit)
        .Add("offset", Offset)
        .ToString();
}
