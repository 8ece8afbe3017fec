using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Routing;

/// <summary>Catalogues and plans as tests of routing need them; prices are dollars a million tokens.</summary>
internal static class RouteSamples
{
    public const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    public static EndpointEntry At(string provider, decimal price = 1) => GatewaySamples.Endpoint(GatewaySamples.Provider(provider, $"{provider} Inc.")) with
    {
        Tag = provider,
        Price = new() { Prompt = price / 1_000_000, Completion = price / 1_000_000 },
    };

    public static EndpointEntry Tier(string provider, string tier, decimal price = 1) => At(provider, price) with { Tag = $"{provider}/{tier}", ServiceTier = tier };

    public static CatalogSnapshot CatalogOf(params EndpointEntry[] endpoints) => CatalogOf(GatewaySamples.Model("acme/small", endpoints));

    public static CatalogSnapshot CatalogOf(params ModelEntry[] models) => new([.. models], defaultModel: null);

    /// <param name="catalog">What there is.</param>
    /// <param name="members">Of the request, behind its messages.</param>
    /// <param name="vitals">By tag.</param>
    /// <param name="seed">Of the random source.</param>
    /// <param name="model">What is asked.</param>
    public static RoutePlan Plan(CatalogSnapshot catalog, string members = "", Dictionary<string, EndpointVitals>? vitals = null, int seed = 1, string model = "acme/small")
    {
        var request = GatewaySamples.Request($$"""{"model":"{{model}}",{{Hi}}{{(members.Length == 0 ? "" : "," + members)}}}""");
        return new RoutePlanner(new KnownVitals(vitals ?? []), new Random(seed)).Plan(catalog, new RouteQuery(request, ChatOperation.Instance, GatewaySamples.Workspace));
    }

    public static string Tags(CatalogSnapshot catalog, string members = "", Dictionary<string, EndpointVitals>? vitals = null, string model = "acme/small") =>
        TagsOf(Plan(catalog, members, vitals, model: model));

    public static string TagsOf(RoutePlan plan) => string.Join(' ', plan.Candidates.Select(candidate => candidate.Endpoint.Tag));

    public static string ModelsOf(RoutePlan plan) => string.Join(' ', plan.Candidates.Select(candidate => candidate.Model.Slug));

    public static GatewayError Refusal(CatalogSnapshot catalog, string members = "", string model = "acme/small") =>
        Assert.Throws<GatewayException>(() => Plan(catalog, members, model: model)).Error;

    public static EndpointVitals Fast(double tokens) => new() { Throughput = new Percentiles(tokens, tokens, tokens, tokens), Requests = 500 };

    public static EndpointVitals Soon(double seconds) => new() { Latency = new Percentiles(seconds, seconds, seconds, seconds), Requests = 500 };

    private sealed class KnownVitals(Dictionary<string, EndpointVitals> byTag) : IVitalsSource
    {
        public EndpointVitals Read(ModelEntry model, EndpointEntry endpoint) => byTag.GetValueOrDefault(endpoint.Tag);
    }
}
