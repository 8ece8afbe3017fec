namespace Weir.OpenRouter;

/// <summary>Which page of the groups of the directory to get.</summary>
public sealed record ListGroupsScimQuery
{
    /// <summary>Groups to skip. Default 0.</summary>
    public long? Offset { get; init; }

    /// <summary>Most groups to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .ToString();
}
