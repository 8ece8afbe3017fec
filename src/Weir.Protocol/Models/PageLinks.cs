namespace Weir.Protocol.Models;

/// <summary>Where the next page is; null on the last.</summary>
public sealed record PageLinks
{
    /// <summary>A path with the query of this request and the next <c>offset</c>, without a host.</summary>
    public string? Next { get; init; }
}
