namespace Weir.Tracing.Prompts;

/// <summary>A name that points at one version of a prompt.</summary>
/// <param name="Id">Stays when the tag moves to another version.</param>
/// <param name="Name">Unique in the prompt.</param>
/// <param name="Description">Null when there is none.</param>
public sealed record PromptTagRow(long Id, string Name, string? Description);
