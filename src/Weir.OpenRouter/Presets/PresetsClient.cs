namespace Weir.OpenRouter;

/// <summary>The preset operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class PresetsClient
{
    private readonly OpenRouterTransport _transport;

    internal PresetsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Presets of the account. <c>GET /presets</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListPresetsResponse> ListAsync(ListPresetsQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "presets", query?.ToText(), PresetsJson.Default.ListPresetsResponse, cancellationToken);

    /// <summary>One preset. <c>GET /presets/{slug}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetWithDesignatedVersion> GetAsync(string slug, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"presets/{Uri.EscapeDataString(slug)}", query: null,
            PresetsJson.Default.DataOfPresetWithDesignatedVersion, cancellationToken));

    /// <summary>Versions of a preset. <c>GET /presets/{slug}/versions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ListPresetVersionsResponse> ListVersionsAsync(
        string slug, ListVersionsPresetQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"presets/{Uri.EscapeDataString(slug)}/versions", query?.ToText(),
            PresetsJson.Default.ListPresetVersionsResponse, cancellationToken);

    /// <summary>One version of a preset. <c>GET /presets/{slug}/versions/{version}</c>.</summary>
    /// <param name="slug">The preset's slug.</param>
    /// <param name="version">Number of the version, from 1.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetDesignatedVersion> GetVersionAsync(string slug, string version, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"presets/{Uri.EscapeDataString(slug)}/versions/{Uri.EscapeDataString(version)}", query: null,
            PresetsJson.Default.DataOfPresetDesignatedVersion, cancellationToken));

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

    /// <summary>Makes a preset, or a new version of it, of a request of the Messages API. <c>POST /presets/{slug}/messages</c>.</summary>
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

    /// <summary>Makes a preset, or a new version of it, of a request of the Responses API. <c>POST /presets/{slug}/responses</c>.</summary>
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
