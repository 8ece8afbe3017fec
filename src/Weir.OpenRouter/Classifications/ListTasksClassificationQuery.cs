namespace Weir.OpenRouter;

/// <summary>Over which days <c>GET /classifications/task</c> counts; what is null is not asked for.</summary>
public sealed record ListTasksClassificationQuery
{
    /// <summary><c>7d</c>, the only window there is; null means the same.</summary>
    public string? Window { get; init; }

    internal string ToText() => new QueryText()
        .Add("window", Window)
        .ToString();
}
