namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="ClassificationsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListTasksClassificationQuery
{
    /// <summary>One of <c>7d</c>.</summary>
    public string? Window { get; init; }

    internal string ToText() => new QueryText()
        .Add("window", Window)
        .ToString();
}
