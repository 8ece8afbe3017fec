namespace Weir.Protocol.Models;

/// <summary>Where the next page is; null on the last.</summary>
public sealed record PageLinks
{
    public string? Next { get; init; }
}
