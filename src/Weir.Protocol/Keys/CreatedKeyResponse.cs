namespace Weir.Protocol.Keys;

/// <summary>The answer to <c>POST /keys</c>: the one time that a key's text is shown.</summary>
public sealed record CreatedKeyResponse
{
    public required KeyRecord Data { get; init; }
    public required string Key { get; init; }
}
