namespace Weir.OpenRouter;

/// <summary>The SCIM operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ScimClient
{
    private readonly OpenRouterTransport _transport;

    internal ScimClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Which group of the directory gets which role. <c>GET /scim/group-mappings</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListScimGroupMappingsResponse> ListGroupMappingsAsync(
        ListGroupMappingsScimQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "scim/group-mappings", query?.ToText(),
            ScimJson.Default.ListScimGroupMappingsResponse, cancellationToken);

    /// <summary>Maps a group. <c>POST /scim/group-mappings</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ScimGroupMapping> CreateGroupMappingAsync(CreateScimGroupMappingRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "scim/group-mappings", query: null, request,
            ScimJson.Default.CreateScimGroupMappingRequest, ScimJson.Default.DataOfScimGroupMapping, cancellationToken));

    /// <summary>One mapping. <c>GET /scim/group-mappings/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ScimGroupMapping> GetGroupMappingAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"scim/group-mappings/{Uri.EscapeDataString(id)}", query: null,
            ScimJson.Default.DataOfScimGroupMapping, cancellationToken));

    /// <summary>Changes a mapping. <c>PATCH /scim/group-mappings/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ScimGroupMapping> UpdateGroupMappingAsync(
        string id, UpdateScimGroupMappingRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"scim/group-mappings/{Uri.EscapeDataString(id)}", query: null, request,
            ScimJson.Default.UpdateScimGroupMappingRequest, ScimJson.Default.DataOfScimGroupMapping, cancellationToken));

    /// <summary>Deletes a mapping. <c>DELETE /scim/group-mappings/{id}</c>.</summary>
    /// <param name="keepMembers"><c>true</c> leaves its people in the workspace, <c>false</c> takes them out; anything else is refused with 400.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteScimGroupMappingResponse> DeleteGroupMappingAsync(string id, string keepMembers, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"scim/group-mappings/{Uri.EscapeDataString(id)}?keep_members={Uri.EscapeDataString(keepMembers)}", query: null,
            ScimJson.Default.DeleteScimGroupMappingResponse, cancellationToken);

    /// <summary>Groups of the directory. <c>GET /scim/groups</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListScimGroupsResponse> ListGroupsAsync(ListGroupsScimQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "scim/groups", query?.ToText(), ScimJson.Default.ListScimGroupsResponse, cancellationToken);
}
