namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="FilesClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record DeleteFileQuery
{
    public string? WorkspaceId { get; init; }

    /// <summary>One of <c>openai</c>, <c>anthropic</c>.</summary>
    public string? Provider { get; init; }

    internal string ToText() => new QueryText()
        .Add("workspace_id", WorkspaceId)
        .Add("provider", Provider)
        .ToString();
}
