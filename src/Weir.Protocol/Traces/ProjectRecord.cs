namespace Weir.Protocol.Traces;

/// <summary>A project as Phoenix's REST API shows it.</summary>
public sealed record ProjectRecord
{
    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required string? Description { get; init; }
}
