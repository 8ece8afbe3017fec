using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>What makes an endpoint the same one after the catalogue was read again.</summary>
/// <param name="Credential">Whose own it is asked with; null: the server's. What a personal key comes to says nothing about the endpoint.</param>
internal readonly record struct EndpointKey(string Model, string Tag, string UpstreamModel, string? Credential)
{
    public static EndpointKey Of(ModelEntry model, EndpointEntry endpoint) => new(model.Slug, endpoint.Tag, endpoint.UpstreamModel, endpoint.Credential?.Sealing);
}
