namespace Weir.OpenRouter;

/// <summary>Where the file to be deleted lies.</summary>
public sealed record DeleteFileQuery
{
    /// <summary>UUID of the workspace; null takes the key's default one.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The store of this provider, by the account's own key there, in place of the server's. One of <c>openai</c>, <c>anthropic</c>.</summary>
    public string? Provider { get; init; }

    internal string ToText() => new QueryText()
        .Add("workspace_id", WorkspaceId)
        .Add("provider", Provider)
        .ToString();
}
