namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="FilesClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListFilesQuery
{
    public long? Limit { get; init; }

    public string? Cursor { get; init; }

    public string? WorkspaceId { get; init; }

    /// <summary>One of <c>openai</c>, <c>anthropic</c>.</summary>
    public string? Provider { get; init; }

    public string? After { get; init; }

    public string? AfterId { get; init; }

    public string? BeforeId { get; init; }

    /// <summary>One of <c>asc</c>, <c>desc</c>.</summary>
    public string? Order { get; init; }

    internal string ToText() => new QueryText()
        .Add("limit", Limit)
        .Add("cursor", Cursor)
        .Add("workspace_id", WorkspaceId)
        .Add("provider", Provider)
        .Add("after", After)
        .Add("after_id", AfterId)
        .Add("before_id", BeforeId)
        .Add("order", Order)
        .ToString();
}
