namespace Weir.Tracing.Annotations;

/// <summary>How annotations of a name are meant to be: their labels, or the range of their scores.</summary>
/// <param name="Id">Unique in the installation; 0 as long as it is not stored.</param>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Name">Unique in its workspace.</param>
/// <param name="Body">One JSON object: everything but the id, the name and its type among it.</param>
public sealed record AnnotationConfigRow(long Id, Guid WorkspaceId, string Name, string Body);
