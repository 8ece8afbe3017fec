using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Routing.Routers;

/// <summary>Whatever the catalogue and the request: routers choose what they would choose if they looked at every model.</summary>
public sealed class RouterPropertyTests
{
    private const int Catalogs = 300;
    private const int RequestsOfEach = 20;

    private static readonly string[] Families = ["a0/m", "A1/M-2", "a2/max", "a0", "a", "", "a1/m-", "a1/mé", "a0/m/2", "none/m", "a0/m:free", "z", "A2/"];

    // What is kept of a catalogue is used for many requests, of other workspaces and under other guardrails.
    [Fact]
    public void Routers_ChooseAsIfTheyLookedAtEveryModel()
    {
        var chosen = 0;
        for (var seed = 0; seed < Catalogs; seed++)
        {
            var random = new Random(seed);
            var catalog = RouterCatalogs.Of(random);
            CallerRestrictions[] restrictions = [CallerRestrictions.None, new(), new(RouterCase.Guardrail(random, catalog)), new(RouterCase.Guardrail(random, catalog))];
            for (var index = 0; index < RequestsOfEach; index++)
            {
                var asked = RouterCase.Of(random, catalog);
                chosen += Compare(catalog, asked, restrictions[random.Next(restrictions.Length)], $"catalogue {seed}, request {index}: {asked.Body}");
            }
        }

        // Comparing refusals alone would say nothing.
        Assert.InRange(chosen, Catalogs * RequestsOfEach / 3, Catalogs * RequestsOfEach * 9 / 10);
    }

    [Fact]
    public void Latest_IsTheNewestOfItsFamily()
    {
        var found = 0;
        for (var seed = 0; seed < Catalogs; seed++)
        {
            var catalog = RouterCatalogs.Of(new Random(seed));
            foreach (var family in Families)
            {
                foreach (var workspace in new[] { GatewaySamples.Workspace, RouterCatalogs.Other, Guid.Empty })
                {
                    var expected = PlainRouters.Latest(catalog, family, workspace);

                    Assert.True(ReferenceEquals(expected, LatestModel.Find($"~{family}-latest", catalog, workspace)), $"catalogue {seed}, {family}: not {expected?.Slug}.");
                    found += expected is null ? 0 : 1;
                }
            }
        }

        Assert.InRange(found, Catalogs * Families.Length / 2, Catalogs * Families.Length * 2);
    }

    private static int Compare(CatalogSnapshot catalog, RouterCase asked, CallerRestrictions restrictions, string what)
    {
        var query = asked.QueryBy(restrictions);
        var vitals = new Throughputs();
        var (random, same) = (new Random(7), new Random(7));
        var expected = new PlainRouters(catalog, asked, query, vitals, same).Choose();
        try
        {
            var chosen = new ModelChooser(catalog, query, new RequestNeeds(query), vitals, random).Choose();

            Assert.True(expected.Select(model => model.Slug).SequenceEqual(chosen.Models.Select(choice => choice.Model.Slug)), $"{what}\n{string.Join(' ', expected.Select(model => model.Slug))}\n{string.Join(' ', chosen.Models.Select(choice => choice.Model.Slug))}");
            Assert.All(chosen.Models, choice => Assert.Same(catalog.Find(choice.Model.Slug), choice.Model));
            Assert.Equal(ModelName.Parse(asked.Router).Base.ToLowerInvariant(), chosen.Router);
            Assert.Equal(same.Next(), random.Next());
            return 1;
        }
        catch (GatewayException refusal)
        {
            Assert.True(expected.IsEmpty, $"{what}\n{refusal.Message}");
            Assert.Equal(GatewayErrorCode.NotFound, refusal.Error.Code);
            Assert.Equal("no_endpoints", refusal.Error.Availability!.Code);
            return 0;
        }
    }

    // By slug, so that many are equal, and some not measured.
    private sealed class Throughputs : IVitalsSource
    {
        public EndpointVitals Read(ModelEntry model, EndpointEntry endpoint) =>
            (model.Slug.Length + endpoint.Provider.Slug[1]) % 4 is > 0 and var tokens ? RouteSamples.Fast(tokens) : default;
    }
}
