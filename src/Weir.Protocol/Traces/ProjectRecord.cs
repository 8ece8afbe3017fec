namespace Weir.Protocol.Traces;

/// <summary>A project as Phoenix's REST API shows it.</summary>
public sealed record ProjectRecord
{
    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Unique in its workspace, compared byte for byte.</summary>
    public required string Name { get; init; }

    /// <summary>In the words of who made it; null: none was given.</summary>
    public required string? Description { get; init; }
}
