namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="KeysClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListKeysQuery
{
    public string? IncludeDisabled { get; init; }

    public long? Offset { get; init; }

    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("include_disabled", IncludeDisabled)
        .Add("offset", Offset)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
