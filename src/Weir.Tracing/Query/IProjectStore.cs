namespace Weir.Tracing.Query;

/// <summary>Makes and describes projects, and erases what they show. Erasing goes in small steps, so that spans are stored meanwhile.</summary>
public interface IProjectStore
{
    /// <summary>Makes a project; null when there is one with this name.</summary>
    Task<ProjectRow?> CreateAsync(Guid workspaceId, string name, string? description, CancellationToken cancellationToken);

    Task DescribeAsync(ProjectRow project, string? description, CancellationToken cancellationToken);

    /// <summary>Erases spans and what was said about them; a trace or session goes with its last span. How many spans there were.</summary>
    Task<long> EraseAsync(Erasure erasure, CancellationToken cancellationToken);

    /// <summary>Erases a project with everything that it shows. Spans that arrive for it meanwhile make it stay.</summary>
    Task EraseProjectAsync(ProjectRow project, CancellationToken cancellationToken);
}
