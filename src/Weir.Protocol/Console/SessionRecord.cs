namespace Weir.Protocol.Console;

/// <summary>Who is signed in to the console, as <c>/console/session</c> shows it.</summary>
public sealed record SessionRecord
{
    /// <summary><c>key</c>, <c>link</c>, or <c>user</c>.</summary>
    public required string SignedInBy { get; init; }

    /// <summary>The masked management key, <c>sign-in link</c>, or the user's address.</summary>
    public required string Label { get; init; }

    /// <summary>The user who is signed in; null: a key or a link of the operator.</summary>
    public required string? UserId { get; init; }

    /// <summary>Whether everything is allowed; what a member may do depends on the workspace.</summary>
    public required bool IsAdmin { get; init; }

    /// <summary>The workspace that the session is in.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>When the session ends by itself: ISO 8601, UTC.</summary>
    public required string ExpiresAt { get; init; }
}
