using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Finds the project that a path names, by its id or by its name.</summary>
internal static class ProjectLookup
{
    private const string EncodedSlash = "%2F";

    /// <summary>The project; null when the workspace has none such.</summary>
    public static async ValueTask<ProjectRow?> FindAsync(ITraceStore store, Guid workspaceId, string identifier, CancellationToken cancellationToken)
    {
        // A name may look like an id: when there is no project with that id, it is a name.
        var byId = GlobalId.TryReadNumber(identifier, GlobalId.Project) is { } id ? await store.FindProjectAsync(workspaceId, id, cancellationToken) : null;
        var found = byId ?? await store.FindProjectAsync(workspaceId, identifier, cancellationToken);

        // A path comes decoded, all but its slashes: those it keeps as they were sent.
        return found is null && identifier.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase)
            ? await store.FindProjectAsync(workspaceId, identifier.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase), cancellationToken)
            : found;
    }
}
