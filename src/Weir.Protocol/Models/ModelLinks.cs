namespace Weir.Protocol.Models;

/// <summary>Where more about a model stands.</summary>
public sealed record ModelLinks
{
    /// <summary>Path of the model's endpoints.</summary>
    public required string Details { get; init; }
}
