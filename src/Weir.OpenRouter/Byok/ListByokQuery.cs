namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="ByokClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListByokQuery
{
    public long? Offset { get; init; }

    public long? Limit { get; init; }

    public string? WorkspaceId { get; init; }

    public string? Provider { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .Add("workspace_id", WorkspaceId)
        .Add("provider", Provider)
        .ToString();
}
