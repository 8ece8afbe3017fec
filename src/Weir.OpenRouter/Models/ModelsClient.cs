using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The model operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ModelsClient
{
    private readonly OpenRouterTransport _transport;

    internal ModelsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Models that can be called. <c>GET /models</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelListResponse> ListAsync(ListModelsQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "models", query?.ToText(), ModelsJson.Default.ModelListResponse, cancellationToken);

    /// <summary>How many models there are. <c>GET /models/count</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelsCountData> CountAsync(CountModelsQuery? query = null, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "models/count", query?.ToText(),
            ModelsJson.Default.DataOfModelsCountData, cancellationToken));

    /// <summary>Models that the settings of the account allow. <c>GET /models/user</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelListResponse> ListForUserAsync(ListForUserModelQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "models/user", query?.ToText(), ModelsJson.Default.ModelListResponse, cancellationToken);

    /// <summary>One model. <c>GET /model/{author}/{slug}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelInfo> GetAsync(string author, string slug, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"model/{Uri.EscapeDataString(author)}/{Uri.EscapeDataString(slug)}", query: null,
            ModelsJson.Default.DataOfModelInfo, cancellationToken));

    /// <summary>Models that make embeddings. <c>GET /embeddings/models</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ModelListResponse> ListEmbeddingsAsync(ListEmbeddingsModelQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "embeddings/models", query?.ToText(), ModelsJson.Default.ModelListResponse, cancellationToken);

    /// <summary>Models that make images. <c>GET /images/models</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<ImageModelListItem>> ListImagesAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "images/models", query: null,
            ModelsJson.Default.DataOfListOfImageModelListItem, cancellationToken));

    /// <summary>Who serves an image model, at which price. <c>GET /images/models/{author}/{slug}/endpoints</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ImageModelEndpointsResponse> ListImageEndpointsAsync(string author, string slug, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"images/models/{Uri.EscapeDataString(author)}/{Uri.EscapeDataString(slug)}/endpoints", query: null,
            ModelsJson.Default.ImageModelEndpointsResponse, cancellationToken);

    /// <summary>Models that make videos. <c>GET /videos/models</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<VideoModel>> ListVideosAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "videos/models", query: null,
            ModelsJson.Default.DataOfListOfVideoModel, cancellationToken));

    /// <summary>Parameters that a model takes. <c>GET /parameters/{author}/{slug}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> GetParametersAsync(string author, string slug, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"parameters/{Uri.EscapeDataString(author)}/{Uri.EscapeDataString(slug)}", query: null, ModelsJson.Default.DataOfJsonElement, cancellationToken));
}
