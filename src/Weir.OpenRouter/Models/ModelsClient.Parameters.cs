using System.Text.Json;

namespace Weir.OpenRouter;

/// <content>What is served beside the documented operations.</content>
public sealed partial class ModelsClient
{
    /// <summary>Parameters that a model takes. <c>GET /parameters/{author}/{slug}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> GetParametersAsync(string author, string slug, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"parameters/{Uri.EscapeDataString(author)}/{Uri.EscapeDataString(slug)}", query: null, ModelsJson.Default.DataOfJsonElement, cancellationToken));
}
