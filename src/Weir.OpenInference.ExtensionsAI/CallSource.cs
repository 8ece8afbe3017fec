namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Who answers the calls of a client: what its spans say of it from their start.</summary>
internal sealed class CallSource
{
    private readonly string _system;
    private readonly string? _provider;

    /// <param name="name">Provider in the words of OpenTelemetry, as the client tells it.</param>
    /// <param name="address">Address of the provider.</param>
    /// <param name="model">Model of the client.</param>
    public CallSource(ExtensionsAIOptions options, string? name, Uri? address, string? model)
    {
        var (provider, system) = ProviderNames.Of(name);
        _provider = options.Provider ?? (address is { IsAbsoluteUri: true } ? LlmProviders.FromHost(address.Host) : null) ?? provider;
        _system = options.System ?? system ?? (model is null ? null : LlmSystems.FromModelName(model)) ?? name ?? "unknown";
        DefaultModel = model;
    }

    /// <summary>The model where a call names none.</summary>
    public string? DefaultModel { get; }

    public KeyValuePair<string, object?>[] Tags(string kind)
    {
        var spanKind = KeyValuePair.Create<string, object?>(SpanAttributes.SpanKind, kind);
        var system = KeyValuePair.Create<string, object?>(LlmAttributes.System, _system);
        return _provider is null ? [spanKind, system] : [spanKind, system, KeyValuePair.Create<string, object?>(LlmAttributes.Provider, _provider)];
    }
}
