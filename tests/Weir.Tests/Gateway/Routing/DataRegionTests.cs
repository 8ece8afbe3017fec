using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>A server that keeps data in a region asks only who computes there, and nowhere else.</summary>
public sealed class DataRegionTests
{
    [Theory]
    [InlineData("eu", "bound europe")]
    [InlineData("us", "america")]
    public void Region_LeavesOutWhoeverMayComputeElsewhere(string region, string left) => Assert.Equal(
        left, string.Join(' ', Tags(Kept(region)).Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public void Region_OutweighsWhatTheRequestSays()
    {
        var error = Refusal(Kept("eu"), "\"provider\":{\"only\":[\"america\"],\"data_region\":\"us\"}");

        Assert.Equal(404, error.Status);
        Assert.Equal(["data_region", "allowed_providers"], error.Availability!.ExcludedBy);
    }

    [Fact]
    public void Region_NobodyLeft_IsSaid()
    {
        var error = Refusal(new CatalogSnapshot(CatalogOf(At("silent")).Models, null) { Routing = new RoutingDefaults { DataRegion = "eu" } });

        Assert.Equal((404, "constraint_filtered", "provider.data_region"), (error.Status, error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(["data_region"], error.Availability.ExcludedBy);
    }

    private static CatalogSnapshot Kept(string region) => new(
        CatalogOf(In("europe", "DE", "IE"), In("america", "US"), In("both", "DE", "US"), In("nowhere"), In("bound", "DE", "US") with { DataRegion = "eu" }).Models, null)
    {
        Routing = new RoutingDefaults { DataRegion = region },
    };

    private static EndpointEntry In(string provider, params string[] countries) => At(provider) with
    {
        Provider = GatewaySamples.Provider(provider) with { Profile = new ProviderProfile { Datacenters = [.. countries] } },
    };
}
