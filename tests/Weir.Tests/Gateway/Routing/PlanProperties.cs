using System.Collections.Frozen;
using FsCheck;
using FsCheck.Fluent;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>What holds for the plan of any request over any catalogue.</summary>
public sealed class PlanProperties
{
    private static readonly string?[] Onlys = [null, "\"only\":[\"p0\",\"p2\",\"p4\"]", "\"only\":[\"p1/turbo\"]", "\"ignore\":[\"p1\",\"p3\"]"];
    private static readonly string?[] Policies = [null, "\"data_collection\":\"deny\"", "\"zdr\":true", "\"quantizations\":[\"fp8\"]"];
    private static readonly string?[] Prices = [null, "\"max_price\":{\"prompt\":3}", "\"require_parameters\":true", "\"allow_fallbacks\":false"];
    private static readonly string?[] Orders = [null, "\"order\":[\"p3\",\"p0\"]", "\"sort\":\"price\"", "\"sort\":{\"by\":\"throughput\",\"partition\":\"none\"}", "\"preferred_max_latency\":1"];
    private static readonly string[] Tails = ["", ",\"max_tokens\":3000", ",\"seed\":1,\"service_tier\":\"priority\"", ",\"tools\":[{\"type\":\"function\"}]"];

    private static readonly Gen<EndpointEntry> Endpoint =
        from provider in Gen.Choose(0, 5)
        from price in Gen.Choose(0, 5)
        from bits in Gen.Choose(0, 63)
        select At($"p{provider}", price) with
        {
            Provider = GatewaySamples.Provider($"p{provider}") with { DataPolicy = new DataPolicy { Training = (bits & 1) > 0, Zdr = (bits & 2) > 0 } },
            Tag = (bits & 4) > 0 ? $"p{provider}/turbo" : $"p{provider}",
            ServiceTier = (bits & 12) == 12 ? "priority" : null,
            Quantization = (bits & 16) > 0 ? "mxfp8" : null,
            ContextLength = (bits & 8) > 0 ? 2000 : 100_000,
            SupportedParameters = (bits & 32) > 0 ? FrozenSet.Create(StringComparer.Ordinal, "max_tokens", "tools") : null,
        };

    private static readonly Gen<(CatalogSnapshot Catalog, string Members, int Seed)> Cases =
        from first in Gen.Choose(1, 12)
        from second in Gen.Choose(1, 6)
        from small in Gen.ArrayOf(Endpoint, first)
        from large in Gen.ArrayOf(Endpoint, second)
        from only in Gen.Elements(Onlys)
        from policy in Gen.Elements(Policies)
        from price in Gen.Elements(Prices)
        from order in Gen.Elements(Orders)
        from tail in Gen.Elements(Tails)
        from seed in Gen.Choose(0, 1_000_000)
        select (
            CatalogOf(GatewaySamples.Model("acme/small", small), GatewaySamples.Model("acme/large", large)),
            $"\"models\":[\"acme/large\"],\"provider\":{{{string.Join(',', new[] { only, policy, price, order }.Where(part => part is not null))}}}{tail}",
            seed);

    [Fact]
    public void NoPlan_HasAnEndpointThatARequestForbids() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        foreach (var endpoint in PlanOf(one)?.Candidates.Select(candidate => candidate.Endpoint) ?? [])
        {
            var asked = one.Members;
            Assert.True(IsPermitted(endpoint, Asks));
            Assert.False(Asks("data_collection") && endpoint.Provider.DataPolicy.Training);
            Assert.False(Asks("zdr") && !endpoint.Provider.DataPolicy.Zdr);
            Assert.False(Asks("quantizations") && endpoint.Quantization != "mxfp8");
            Assert.False(Asks("max_price") && endpoint.Price.Prompt > 0.000003m);
            Assert.False(Asks("require_parameters") && Asks("seed") && endpoint.SupportedParameters is not null);
            Assert.False(Asks("max_tokens\":3000") && endpoint.ContextLength == 2000);
            Assert.False(endpoint.ServiceTier is not null && !Asks("service_tier") && !Asks("p1/turbo"));

            bool Asks(string what) => asked.Contains(what, StringComparison.Ordinal);
        }
    }).QuickCheckThrowOnFailure();

    private static bool IsPermitted(EndpointEntry endpoint, Func<string, bool> asks)
    {
        var slug = endpoint.Provider.Slug;
        return !(asks("\"only\":[\"p0\"") && slug is not ("p0" or "p2" or "p4"))
            && !(asks("p1/turbo") && endpoint.Tag != "p1/turbo")
            && !(asks("\"ignore\"") && slug is ("p1" or "p3"));
    }

    [Fact]
    public void EveryPlan_IsTheEligibleSet_HoweverItIsOrdered() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        // What only orders is taken out, and another seed draws: the set stays.
        var unordered = Orders.OfType<string>().Append("\"allow_fallbacks\":false")
            .Aggregate(one.Members, (members, order) => members.Replace("," + order, "", StringComparison.Ordinal).Replace(order, "", StringComparison.Ordinal))
            .Replace("{,", "{", StringComparison.Ordinal);
        var (plan, other) = (PlanOf(one), PlanOf((one.Catalog, unordered, one.Seed + 1)));

        if (plan is null || one.Members.Contains("allow_fallbacks", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Equal(Set(other!), Set(plan));
        Assert.Equal(plan.Candidates.Length, plan.Candidates.Select(candidate => candidate.Endpoint).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(plan.Candidates, candidate => Assert.NotEqual("", candidate.Reason));

        HashSet<object> Set(RoutePlan some) => new(some.Candidates.Select(candidate => (object)candidate.Endpoint), ReferenceEqualityComparer.Instance);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SameSeed_SamePlan() => Prop.ForAll(Cases.ToArbitrary(), one =>
        Assert.Equal(PlanOf(one) is { } plan ? Shown(plan) : null, PlanOf(one) is { } again ? Shown(again) : null)).QuickCheckThrowOnFailure();

    private static string Shown(RoutePlan plan) => string.Join('\n', plan.Candidates.Select(candidate => $"{candidate.Model.Slug} {candidate.Endpoint.Tag} {candidate.Endpoint.Price.Prompt} {candidate.Reason}"));

    private static RoutePlan? PlanOf((CatalogSnapshot Catalog, string Members, int Seed) one)
    {
        try
        {
            return Plan(one.Catalog, one.Members, new() { ["p0"] = new() { IsUnstable = true }, ["p2"] = Fast(50), ["p4"] = new() { IsBlocked = true }, ["p5"] = Soon(0.5) with { Uptime = UptimeClass.Down } }, one.Seed);
        }
        catch (GatewayException refusal)
        {
            Assert.Equal(404, refusal.Error.Status);
            return null;
        }
    }
}
