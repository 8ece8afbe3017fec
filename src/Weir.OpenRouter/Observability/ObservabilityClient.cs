using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The observability operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ObservabilityClient
{
    private readonly OpenRouterTransport _transport;

    internal ObservabilityClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Where traces are sent to. <c>GET /observability/destinations</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListObservabilityDestinationsResponse> ListAsync(ListObservabilityQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "observability/destinations", query?.ToText(),
            ObservabilityJson.Default.ListObservabilityDestinationsResponse, cancellationToken);

    /// <summary>Adds a destination. <c>POST /observability/destinations</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> CreateAsync(CreateObservabilityDestinationRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "observability/destinations", query: null, request,
            ObservabilityJson.Default.CreateObservabilityDestinationRequest, ObservabilityJson.Default.DataOfJsonElement, cancellationToken));

    /// <summary>One destination. <c>GET /observability/destinations/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> GetAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"observability/destinations/{Uri.EscapeDataString(id)}", query: null,
            ObservabilityJson.Default.DataOfJsonElement, cancellationToken));

    /// <summary>Changes a destination. <c>PATCH /observability/destinations/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> UpdateAsync(string id, UpdateObservabilityDestinationRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Patch, $"observability/destinations/{Uri.EscapeDataString(id)}", query: null, request,
            ObservabilityJson.Default.UpdateObservabilityDestinationRequest, ObservabilityJson.Default.DataOfJsonElement, cancellationToken));

    /// <summary>Deletes a destination. <c>DELETE /observability/destinations/{id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<DeleteObservabilityDestinationResponse> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"observability/destinations/{Uri.EscapeDataString(id)}", query: null,
            ObservabilityJson.Default.DeleteObservabilityDestinationResponse, cancellationToken);
}
