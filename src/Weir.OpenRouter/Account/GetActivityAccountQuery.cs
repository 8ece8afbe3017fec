namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="AccountClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record GetActivityAccountQuery
{
    public string? Date { get; init; }

    public string? ApiKeyHash { get; init; }

    public string? UserId { get; init; }

    /// <summary>One of <c>workspace</c>.</summary>
    public string? GroupBy { get; init; }

    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("date", Date)
        .Add("api_key_hash", ApiKeyHash)
        .Add("user_id", UserId)
        .Add("group_by", GroupBy)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
