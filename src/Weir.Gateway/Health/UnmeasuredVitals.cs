using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>Knows nothing of any endpoint: plans are made by the catalogue alone.</summary>
public sealed class UnmeasuredVitals : IVitalsSource
{
    public EndpointVitals Read(ModelEntry model, EndpointEntry endpoint) => default;
}
