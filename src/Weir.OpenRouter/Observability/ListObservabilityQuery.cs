namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="ObservabilityClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListObservabilityQuery
{
    public long? Offset { get; init; }

    public long? Limit { get; init; }

    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
