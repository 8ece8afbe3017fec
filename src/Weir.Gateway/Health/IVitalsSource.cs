using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>Tells routing what is known of an endpoint.</summary>
public interface IVitalsSource
{
    /// <summary>The endpoint's state at this moment; the default value when nothing is known of it.</summary>
    EndpointVitals Read(ModelEntry model, EndpointEntry endpoint);
}
