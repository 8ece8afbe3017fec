namespace Weir.OpenRouter;

/// <summary>The preset operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed partial class PresetsClient
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
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<PresetDesignatedVersion> GetVersionAsync(string slug, string version, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"presets/{Uri.EscapeDataString(slug)}/versions/{Uri.EscapeDataString(version)}", query: null,
            PresetsJson.Default.DataOfPresetDesignatedVersion, cancellationToken));
}
