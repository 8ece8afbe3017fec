namespace Weir.OpenRouter;

/// <summary>Which rows of <c>GET /activity</c> to get; what is null is not asked for.</summary>
public sealed record GetActivityAccountQuery
{
    /// <summary>One UTC date of the last 30, <c>yyyy-MM-dd</c>; null gets all of them.</summary>
    public string? Date { get; init; }

    /// <summary>Only calls of this key: its <see cref="ApiKey.Hash"/>, SHA-256 as hex.</summary>
    public string? ApiKeyHash { get; init; }

    /// <summary>Only calls of this member; for accounts of organizations.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// <c>workspace</c> splits the rows by workspace and fills <see cref="ActivityItem.WorkspaceId"/>; null sums them up. No other value is known.
    /// </summary>
    public string? GroupBy { get; init; }

    /// <summary>Only calls of this workspace, by its UUID; it has to belong to the account.</summary>
    public string? WorkspaceId { get; init; }

    internal string ToText() => new QueryText()
        .Add("date", Date)
        .Add("api_key_hash", ApiKeyHash)
        .Add("user_id", UserId)
        .Add("group_by", GroupBy)
        .Add("workspace_id", WorkspaceId)
        .ToString();
}
