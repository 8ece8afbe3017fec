namespace Weir.Protocol.Models;

/// <summary>How many models there are.</summary>
public sealed record ModelCountRecord
{
    public required int Count { get; init; }
}
