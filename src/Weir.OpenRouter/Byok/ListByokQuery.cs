namespace Weir.OpenRouter;

/// <summary>Which provider keys of <c>GET /byok</c> to get; what is null is not asked for.</summary>
public sealed record ListByokQuery
{
    /// <summary>Keys to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most keys to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    /// <summary>UUID of the workspace; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Only keys of the provider with this slug.</summary>
    public string? Provider { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .Add("workspace_id", WorkspaceId)
        .Add("provider", Provider)
        .ToString();
}
