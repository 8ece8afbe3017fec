namespace Weir.Protocol.Console;

/// <summary>The answer to <c>POST /api/weir/login-links</c>: a link that signs in to the console once.</summary>
public sealed record LoginLinkRecord
{
    /// <summary>The address to open; its token is in the fragment, which no server or proxy gets to see.</summary>
    public required string Url { get; init; }

    /// <summary>Until when it can be used: ISO 8601, UTC.</summary>
    public required string ExpiresAt { get; init; }
}
