namespace Weir.Protocol.Console;

/// <summary>Who is signed in to the console, as <c>/console/session</c> shows it.</summary>
public sealed record SessionRecord
{
    /// <summary><c>key</c> or <c>link</c>.</summary>
    public required string SignedInBy { get; init; }

    /// <summary>The masked management key, or <c>sign-in link</c>.</summary>
    public required string Label { get; init; }

    /// <summary>When the session ends by itself: ISO 8601, UTC.</summary>
    public required string ExpiresAt { get; init; }
}
