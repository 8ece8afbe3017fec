namespace Weir.OpenRouter;

/// <summary>Which files of <c>GET /files</c> to get; what is null is not asked for.</summary>
public sealed record ListFilesQuery
{
    /// <summary>Most files to get, 1 to 1000.</summary>
    public long? Limit { get; init; }

    /// <summary>Where to go on: the <c>cursor</c> of the page before. Opaque.</summary>
    public string? Cursor { get; init; }

    /// <summary>UUID of the workspace; null takes the key's default one.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The store of this provider, by the account's own key there, in place of the server's. One of <c>openai</c>, <c>anthropic</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Where to go on, for the store of OpenAI: the last id of the page before.</summary>
    public string? After { get; init; }

    /// <summary>Where to go on, for the store of Anthropic: the last id of the page before.</summary>
    public string? AfterId { get; init; }

    /// <summary>Where to go back, for the store of Anthropic: the first id of a page. The server's own store cannot.</summary>
    public string? BeforeId { get; init; }

    /// <summary>One of <c>asc</c>, <c>desc</c>; the server's own store knows <c>asc</c> only.</summary>
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
