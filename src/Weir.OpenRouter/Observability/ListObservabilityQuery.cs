namespace Weir.OpenRouter;

/// <summary>Which places of <c>GET /observability/destinations</c> to get; what is null is not asked for.</summary>
public sealed record ListObservabilityQuery
{
    /// <summary>Places to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most places to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    /// <summary>UUID of the workspace; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
