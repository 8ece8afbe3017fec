using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Which data region a provider's machines stand in.</summary>
internal static class Regional
{
    /// <param name="provider">The provider.</param>
    /// <param name="region">Of <see cref="DataRegion.All"/>.</param>
    public static bool Has(ProviderProfile provider, string region) => provider.Datacenters.Any(country => DataRegion.Has(region, country));
}
