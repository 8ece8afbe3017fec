namespace Weir.OpenRouter;

/// <summary>The organization operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class OrganizationClient
{
    private readonly OpenRouterTransport _transport;

    internal OrganizationClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Members of the organization. <c>GET /organization/members</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListMembersOrganizationResponse> ListMembersAsync(
        ListMembersOrganizationQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "organization/members", query?.ToText(),
            OrganizationJson.Default.ListMembersOrganizationResponse, cancellationToken);
}
