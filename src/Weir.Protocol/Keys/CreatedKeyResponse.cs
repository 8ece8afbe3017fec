namespace Weir.Protocol.Keys;

/// <summary>The answer to <c>POST /keys</c>: the one time that a key's text is shown.</summary>
public sealed record CreatedKeyResponse
{
    /// <summary>The key as lists show it from now on.</summary>
    public required KeyRecord Data { get; init; }

    /// <summary>The key in full: <c>sk-or-v1-</c> and 64 lowercase hex characters. Only its hash is kept.</summary>
    public required string Key { get; init; }
}
