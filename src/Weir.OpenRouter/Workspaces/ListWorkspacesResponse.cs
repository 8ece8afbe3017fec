namespace Weir.OpenRouter;

/// <summary>A page of workspaces.</summary>
public sealed record ListWorkspacesResponse : WireRecord
{
    /// <summary>The workspaces of this page.</summary>
    public IReadOnlyList<Workspace>? Data { get; init; }

    /// <summary>How many workspaces there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
