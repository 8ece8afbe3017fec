namespace Weir.OpenRouter;

/// <summary>Which keys of <c>GET /keys</c> to get, 100 a page; what is null is not asked for.</summary>
public sealed record ListKeysQuery
{
    /// <summary><c>true</c> gets the disabled ones too. Default <c>false</c>.</summary>
    public string? IncludeDisabled { get; init; }

    /// <summary>Keys to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>UUID of the workspace; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("include_disabled", IncludeDisabled)
        .Add("offset", Offset)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
