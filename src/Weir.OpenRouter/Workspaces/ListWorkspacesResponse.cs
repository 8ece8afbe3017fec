namespace Weir.OpenRouter;

/// <summary>What <c>WorkspacesClient</c> gets: list workspaces response.</summary>
public sealed record ListWorkspacesResponse : WireRecord
{
    public IReadOnlyList<Workspace>? Data { get; init; }

    public long? TotalCount { get; init; }
}
