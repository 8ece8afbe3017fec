using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>What makes an endpoint the same one after the catalogue was read again.</summary>
internal readonly record struct EndpointKey(string Model, string Tag, string UpstreamModel)
{
    public static EndpointKey Of(ModelEntry model, EndpointEntry endpoint) => new(model.Slug, endpoint.Tag, endpoint.UpstreamModel);
}
