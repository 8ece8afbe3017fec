namespace Weir.OpenRouter;

/// <content>Presets that are made of a request.</content>
public sealed partial class PresetsClient
{
    /// <summary>Makes a preset, or a new version of it, of a chat. <c>POST /presets/{slug}/chat/completions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetWithDesignatedVersion> CreateAsync(string slug, ChatRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post,
            $"presets/{Uri.EscapeDataString(slug)}/chat/completions",
            query: null,
            request,
            ChatJson.Default.ChatRequest,
            PresetsJson.Default.DataOfPresetWithDesignatedVersion,
            cancellationToken));

    /// <summary>The same of a request of the Messages API. <c>POST /presets/{slug}/messages</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetWithDesignatedVersion> CreateAsync(string slug, MessagesRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post,
            $"presets/{Uri.EscapeDataString(slug)}/messages",
            query: null,
            request,
            MessagesJson.Default.MessagesRequest,
            PresetsJson.Default.DataOfPresetWithDesignatedVersion,
            cancellationToken));

    /// <summary>The same of a request of the Responses API. <c>POST /presets/{slug}/responses</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetWithDesignatedVersion> CreateAsync(string slug, ResponsesRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post,
            $"presets/{Uri.EscapeDataString(slug)}/responses",
            query: null,
            request,
            ResponsesJson.Default.ResponsesRequest,
            PresetsJson.Default.DataOfPresetWithDesignatedVersion,
            cancellationToken));
}
