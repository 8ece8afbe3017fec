using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint by name, so that it is found again in a catalogue that was read anew.</summary>
public readonly record struct StickyEndpoint(string Model, string Provider, string UpstreamModel, string Tag)
{
    public static StickyEndpoint Of(ModelEntry model, EndpointEntry endpoint) => new(model.Slug, endpoint.Provider.Slug, endpoint.UpstreamModel, endpoint.Tag);
}
