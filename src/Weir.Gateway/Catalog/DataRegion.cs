using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>Regions of the world that data may have to stay in, and which countries are in them.</summary>
public static class DataRegion
{
    private static readonly FrozenSet<string> EuropeanUnion = FrozenSet.Create(
        StringComparer.Ordinal,
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI",
        "ES", "SE");

    public static ImmutableArray<string> All { get; } = ["eu", "us"];

    /// <param name="country">ISO 3166 alpha-2.</param>
    /// <param name="region">Of <see cref="All"/>.</param>
    public static bool Has(string region, string country) => region == "eu" ? EuropeanUnion.Contains(country) : country == "US";

    /// <summary>Whether an endpoint computes nowhere else. Who does not say where, does not.</summary>
    public static bool Holds(string region, EndpointEntry endpoint)
    {
        if (endpoint.DataRegion is { } said)
        {
            return said == region;
        }

        foreach (var country in endpoint.Provider.Profile.Datacenters)
        {
            if (!Has(region, country))
            {
                return false;
            }
        }

        return !endpoint.Provider.Profile.Datacenters.IsEmpty;
    }
}
