namespace Weir.Tracing.Prompts;

/// <summary>A prompt: a name and its versions.</summary>
/// <param name="Id">0: not stored yet.</param>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Name">Unique in the workspace.</param>
/// <param name="Description">Null when there is none.</param>
/// <param name="SourceId">The prompt it was copied from; null when there is none.</param>
/// <param name="Metadata">A JSON object; null when there is none.</param>
public sealed record PromptRow(long Id, Guid WorkspaceId, string Name, string? Description, long? SourceId, string? Metadata);
