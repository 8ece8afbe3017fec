namespace Weir.Protocol.Authorizations;

/// <summary>An authorization code, shown this once.</summary>
public sealed record AuthorizationCodeRecord
{
    /// <summary>The code itself.</summary>
    public required string Id { get; init; }

    /// <summary>A number of the application, made of the origin it is called back at.</summary>
    public required int AppId { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
