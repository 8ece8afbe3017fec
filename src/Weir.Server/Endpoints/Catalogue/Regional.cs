using System.Collections.Frozen;
using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Which data region a provider's machines stand in.</summary>
internal static class Regional
{
    private static readonly FrozenSet<string> EuropeanUnion = FrozenSet.Create(
        StringComparer.Ordinal,
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI",
        "ES", "SE");

    /// <param name="provider">The provider.</param>
    /// <param name="region"><c>eu</c> or <c>us</c>.</param>
    public static bool Has(ProviderProfile provider, string region) =>
        region == "eu" ? provider.Datacenters.Any(EuropeanUnion.Contains) : provider.Datacenters.Contains("US");
}
