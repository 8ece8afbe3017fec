namespace Weir.OpenRouter;

/// <summary>The workspace operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class WorkspacesClient
{
    private readonly OpenRouterTransport _transport;

    internal WorkspacesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Workspaces of the account. <c>GET /workspaces</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListWorkspacesResponse> ListAsync(ListWorkspacesQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "workspaces", query?.ToText(), WorkspacesJson.Default.ListWorkspacesResponse, cancellationToken);

    /// <summary>Makes a workspace. <c>POST /workspaces</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Workspace> CreateAsync(CreateWorkspaceRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "workspaces", query: null, request,
            WorkspacesJson.Default.CreateWorkspaceRequest, WorkspacesJson.Default.DataOfWorkspace, cancellationToken));

    /// <summary>One workspace. <c>GET /workspaces/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Workspace> GetAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"workspaces/{Uri.EscapeDataString(id)}", query: null,
            WorkspacesJson.Default.DataOfWorkspace, cancellationToken));

    /// <summary>Changes a workspace. <c>PATCH /workspaces/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Workspace> UpdateAsync(string id, UpdateWorkspaceRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"workspaces/{Uri.EscapeDataString(id)}", query: null, request,
            WorkspacesJson.Default.UpdateWorkspaceRequest, WorkspacesJson.Default.DataOfWorkspace, cancellationToken));

    /// <summary>Deletes a workspace. <c>DELETE /workspaces/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteWorkspaceResponse> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"workspaces/{Uri.EscapeDataString(id)}", query: null,
            WorkspacesJson.Default.DeleteWorkspaceResponse, cancellationToken);

    /// <summary>Budgets of a workspace. <c>GET /workspaces/{id}/budgets</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListWorkspaceBudgetsResponse> ListBudgetsAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"workspaces/{Uri.EscapeDataString(id)}/budgets", query: null,
            WorkspacesJson.Default.ListWorkspaceBudgetsResponse, cancellationToken);

    /// <summary>One budget. <c>GET /workspaces/{id}/budgets/{interval}</c>.</summary>
    /// <param name="id">UUID or slug of the workspace.</param>
    /// <param name="interval">One of <c>daily</c>, <c>weekly</c>, <c>monthly</c>, <c>lifetime</c>.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<GetWorkspaceBudgetResponse> GetBudgetAsync(string id, string interval, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"workspaces/{Uri.EscapeDataString(id)}/budgets/{Uri.EscapeDataString(interval)}", query: null,
            WorkspacesJson.Default.GetWorkspaceBudgetResponse, cancellationToken);

    /// <summary>Sets a budget. <c>PUT /workspaces/{id}/budgets/{interval}</c>.</summary>
    /// <param name="id">UUID or slug of the workspace.</param>
    /// <param name="interval">One of <c>daily</c>, <c>weekly</c>, <c>monthly</c>, <c>lifetime</c>.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<UpsertWorkspaceBudgetResponse> SetBudgetAsync(
        string id, string interval, UpsertWorkspaceBudgetRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Put, $"workspaces/{Uri.EscapeDataString(id)}/budgets/{Uri.EscapeDataString(interval)}", query: null, request,
            WorkspacesJson.Default.UpsertWorkspaceBudgetRequest, WorkspacesJson.Default.UpsertWorkspaceBudgetResponse, cancellationToken);

    /// <summary>Deletes a budget. <c>DELETE /workspaces/{id}/budgets/{interval}</c>.</summary>
    /// <param name="id">UUID or slug of the workspace.</param>
    /// <param name="interval">One of <c>daily</c>, <c>weekly</c>, <c>monthly</c>, <c>lifetime</c>.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteWorkspaceBudgetResponse> DeleteBudgetAsync(string id, string interval, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"workspaces/{Uri.EscapeDataString(id)}/budgets/{Uri.EscapeDataString(interval)}", query: null,
            WorkspacesJson.Default.DeleteWorkspaceBudgetResponse, cancellationToken);

    /// <summary>Members of a workspace. <c>GET /workspaces/{id}/members</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListWorkspaceMembersResponse> ListMembersAsync(
        string id, ListMembersWorkspaceQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"workspaces/{Uri.EscapeDataString(id)}/members", query?.ToText(),
            WorkspacesJson.Default.ListWorkspaceMembersResponse, cancellationToken);

    /// <summary>Adds members. <c>POST /workspaces/{id}/members/add</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkAddWorkspaceMembersResponse> AddMembersAsync(
        string id, BulkAddWorkspaceMembersRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"workspaces/{Uri.EscapeDataString(id)}/members/add", query: null, request,
            WorkspacesJson.Default.BulkAddWorkspaceMembersRequest, WorkspacesJson.Default.BulkAddWorkspaceMembersResponse, cancellationToken);

    /// <summary>Removes members. <c>POST /workspaces/{id}/members/remove</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkRemoveWorkspaceMembersResponse> RemoveMembersAsync(
        string id, BulkRemoveWorkspaceMembersRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"workspaces/{Uri.EscapeDataString(id)}/members/remove", query: null, request,
            WorkspacesJson.Default.BulkRemoveWorkspaceMembersRequest, WorkspacesJson.Default.BulkRemoveWorkspaceMembersResponse, cancellationToken);
}
