using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>What routing asks about an endpoint before it plans.</summary>
/// <remarks>Threads: read by every request at once. It must not wait and should not allocate: it is read for each endpoint of each plan.</remarks>
public interface IVitalsSource
{
    EndpointVitals Read(ModelEntry model, EndpointEntry endpoint);
}
