namespace Weir.OpenRouter;

/// <summary>Asks for a code by which another program gets a key of the caller's account. <c>POST /auth/keys/code</c>.</summary>
public sealed record AuthCodeRequest : WireRecord
{
    /// <summary>Where the user is sent with the code: <c>https</c>, or <c>localhost</c> and <c>127.0.0.1</c> at any port.</summary>
    public required string CallbackUrl { get; init; }

    /// <summary>Challenge of a <see cref="Pkce"/>; null makes a code that needs no secret.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>How the challenge was made of the secret. One of <c>S256</c>, <c>plain</c>.</summary>
    public string? CodeChallengeMethod { get; init; }

    /// <summary>When the key that comes of it ends, ISO 8601; null means never.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>Name of the key, 100 characters at most; null takes the application's.</summary>
    public string? KeyLabel { get; init; }

    /// <summary>What the key may spend, USD; null sets no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>For products of OpenRouter itself; leave it null.</summary>
    public string? SpawnAgent { get; init; }

    /// <summary>For products of OpenRouter itself; leave it null.</summary>
    public string? SpawnCloud { get; init; }

    /// <summary>How often <see cref="Limit"/> begins anew. One of <c>daily</c>, <c>weekly</c>, <c>monthly</c>; null means never.</summary>
    public string? UsageLimitType { get; init; }

    /// <summary>UUID of the workspace that the key belongs to; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }
}
