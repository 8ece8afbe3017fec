using Weir.Tracing.Datasets;

namespace Weir.Tracing.Prompts;

/// <summary>Persistence of prompts: versions that never change, and tags that point at them.</summary>
/// <remarks>Everything is scoped by workspace. What is written is as durable as spans are when the task ends. Safe for any number of callers at once.</remarks>
public interface IPromptStore
{
    /// <summary>Adds a version; makes the prompt when there is none of that name, and leaves one that is there as it is.</summary>
    /// <param name="prompt">Of the new prompt.</param>
    /// <param name="body">A JSON object on one line.</param>
    /// <param name="nowUnixNanos">Nanoseconds since 1970.</param>
    /// <param name="cancellationToken">Gives up waiting for a place in the queue of writes.</param>
    Task<PromptVersionRow> AddVersionAsync(PromptRow prompt, string body, long nowUnixNanos, CancellationToken cancellationToken);

    /// <summary>Prompts, newest first, from an id downwards.</summary>
    ValueTask<IdPage<PromptRow>> ListAsync(Guid workspaceId, long fromId, int limit, CancellationToken cancellationToken);

    ValueTask<PromptRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    ValueTask<PromptRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken);

    /// <summary>Changes description and metadata; false when it is gone.</summary>
    Task<bool> ChangeAsync(PromptRow prompt, CancellationToken cancellationToken);

    /// <summary>Deletes a prompt. It is gone at once; its versions go in small steps, so that writers are not kept waiting.</summary>
    Task DeleteAsync(PromptRow prompt, CancellationToken cancellationToken);

    /// <summary>Versions of a prompt, newest first, from an id downwards.</summary>
    ValueTask<IdPage<PromptVersionRow>> ListVersionsAsync(long promptId, long fromId, int limit, CancellationToken cancellationToken);

    ValueTask<PromptVersionRow?> FindVersionAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    /// <summary>The version that a tag of a prompt points at; null when the prompt has no such tag.</summary>
    ValueTask<PromptVersionRow?> FindTaggedAsync(long promptId, string tag, CancellationToken cancellationToken);

    /// <summary>The tags that point at a version, newest first, from an id downwards.</summary>
    ValueTask<IdPage<PromptTagRow>> ListTagsAsync(long versionId, long fromId, int limit, CancellationToken cancellationToken);

    /// <summary>Points a tag of the prompt at a version; false when the version is gone.</summary>
    Task<bool> TagAsync(Guid workspaceId, long versionId, string name, string? description, CancellationToken cancellationToken);

    /// <summary>Deletes a tag of a prompt, whichever version it points at; whether there was one.</summary>
    Task<bool> UntagAsync(long promptId, string name, CancellationToken cancellationToken);
}
