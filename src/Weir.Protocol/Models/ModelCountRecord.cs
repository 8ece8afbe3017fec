namespace Weir.Protocol.Models;

/// <summary>How many models there are.</summary>
public sealed record ModelCountRecord
{
    /// <summary>Models of the catalogue that fit the filters; an alias that is listed counts for itself.</summary>
    public required int Count { get; init; }
}
