namespace Weir.OpenRouter;

/// <summary>The guardrail operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class GuardrailsClient
{
    private readonly OpenRouterTransport _transport;

    internal GuardrailsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Guardrails of the account. <c>GET /guardrails</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListGuardrailsResponse> ListAsync(ListGuardrailsQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "guardrails", query?.ToText(), GuardrailsJson.Default.ListGuardrailsResponse, cancellationToken);

    /// <summary>Makes a guardrail. <c>POST /guardrails</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Guardrail> CreateAsync(CreateGuardrailRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "guardrails", query: null, request,
            GuardrailsJson.Default.CreateGuardrailRequest, GuardrailsJson.Default.DataOfGuardrail, cancellationToken));

    /// <summary>One guardrail. <c>GET /guardrails/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Guardrail> GetAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"guardrails/{Uri.EscapeDataString(id)}", query: null,
            GuardrailsJson.Default.DataOfGuardrail, cancellationToken));

    /// <summary>Changes a guardrail. <c>PATCH /guardrails/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Guardrail> UpdateAsync(string id, UpdateGuardrailRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"guardrails/{Uri.EscapeDataString(id)}", query: null, request,
            GuardrailsJson.Default.UpdateGuardrailRequest, GuardrailsJson.Default.DataOfGuardrail, cancellationToken));

    /// <summary>Deletes a guardrail. <c>DELETE /guardrails/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteGuardrailResponse> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"guardrails/{Uri.EscapeDataString(id)}", query: null,
            GuardrailsJson.Default.DeleteGuardrailResponse, cancellationToken);

    /// <summary>Which keys are under which guardrail. <c>GET /guardrails/assignments/keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListKeyAssignmentsResponse> ListKeyAssignmentsAsync(
        ListKeyAssignmentsGuardrailQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "guardrails/assignments/keys", query?.ToText(),
            GuardrailsJson.Default.ListKeyAssignmentsResponse, cancellationToken);

    /// <summary>Which members are under which guardrail. <c>GET /guardrails/assignments/members</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListMemberAssignmentsResponse> ListMemberAssignmentsAsync(
        ListMemberAssignmentsGuardrailQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "guardrails/assignments/members", query?.ToText(),
            GuardrailsJson.Default.ListMemberAssignmentsResponse, cancellationToken);

    /// <summary>Keys under one guardrail. <c>GET /guardrails/{id}/assignments/keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListKeyAssignmentsResponse> ListKeysAsync(
        string id, ListKeysGuardrailQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"guardrails/{Uri.EscapeDataString(id)}/assignments/keys", query?.ToText(),
            GuardrailsJson.Default.ListKeyAssignmentsResponse, cancellationToken);

    /// <summary>Puts keys under a guardrail. <c>POST /guardrails/{id}/assignments/keys</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkAssignKeysResponse> AssignKeysAsync(string id, BulkAssignKeysRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"guardrails/{Uri.EscapeDataString(id)}/assignments/keys", query: null, request,
            GuardrailsJson.Default.BulkAssignKeysRequest, GuardrailsJson.Default.BulkAssignKeysResponse, cancellationToken);

    /// <summary>Takes keys from under a guardrail. <c>POST /guardrails/{id}/assignments/keys/remove</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkUnassignKeysResponse> UnassignKeysAsync(string id, BulkUnassignKeysRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"guardrails/{Uri.EscapeDataString(id)}/assignments/keys/remove", query: null, request,
            GuardrailsJson.Default.BulkUnassignKeysRequest, GuardrailsJson.Default.BulkUnassignKeysResponse, cancellationToken);

    /// <summary>Members under one guardrail. <c>GET /guardrails/{id}/assignments/members</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListMemberAssignmentsResponse> ListMembersAsync(
        string id, ListMembersGuardrailQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"guardrails/{Uri.EscapeDataString(id)}/assignments/members", query?.ToText(),
            GuardrailsJson.Default.ListMemberAssignmentsResponse, cancellationToken);

    /// <summary>Puts members under a guardrail. <c>POST /guardrails/{id}/assignments/members</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkAssignMembersResponse> AssignMembersAsync(
        string id, BulkAssignMembersRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"guardrails/{Uri.EscapeDataString(id)}/assignments/members", query: null, request,
            GuardrailsJson.Default.BulkAssignMembersRequest, GuardrailsJson.Default.BulkAssignMembersResponse, cancellationToken);

    /// <summary>Takes members from under a guardrail. <c>POST /guardrails/{id}/assignments/members/remove</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<BulkUnassignMembersResponse> UnassignMembersAsync(
        string id, BulkUnassignMembersRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, $"guardrails/{Uri.EscapeDataString(id)}/assignments/members/remove", query: null, request,
            GuardrailsJson.Default.BulkUnassignMembersRequest, GuardrailsJson.Default.BulkUnassignMembersResponse, cancellationToken);
}
