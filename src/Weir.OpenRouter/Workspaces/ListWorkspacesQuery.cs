namespace Weir.OpenRouter;

/// <summary>Which page of the workspaces to get.</summary>
public sealed record ListWorkspacesQuery
{
    /// <summary>Workspaces to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most workspaces to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .ToString();
}
