using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>Which endpoints can answer.</summary>
public sealed class RouteStageTests
{
    private static readonly EndpointEntry Acme = Endpoint(Provider("acme", "Acme"));
    private static readonly EndpointEntry Bolt = Endpoint(Provider("bolt", "Bolt"));
    private static readonly RoutingDefaults Listed = new() { Order = ["acme", "bolt"] };

    private readonly CatalogState _catalog = new(new CatalogSnapshot([Model("acme/small", Acme, Bolt), Model("bolt/large:free", Bolt)], defaultModel: null) { Routing = Listed });

    [Theory]
    [InlineData("""{"model":"acme/small",M}""", "acme/small@acme acme/small@bolt")]
    [InlineData("""{"model":"ACME/Small",M}""", "acme/small@acme acme/small@bolt")]
    [InlineData("""{"model":"bolt/large:free","models":["acme/small"],M}""", "bolt/large:free@bolt acme/small@acme acme/small@bolt")]
    [InlineData("""{"model":"acme/small","models":["ACME/SMALL","acme/small"],M}""", "acme/small@acme acme/small@bolt")]
    [InlineData("""{"models":["bolt/large:free"],M}""", "bolt/large:free@bolt")]
    public void Run_KnownModels_ListsTheirEndpointsInOrder(string body, string expected) => Assert.Equal(expected, Plan(body));

    [Fact]
    public void Run_NoModel_TakesTheDefault()
    {
        _catalog.Swap(new CatalogSnapshot(_catalog.Current.Models, "bolt/large:free"));

        Assert.Equal("bolt/large:free@bolt", Plan("{M}"));
        Assert.Equal("bolt/large:free@bolt", Plan("""{"models":[],M}"""));
    }

    [Fact]
    public void Run_NoModelAndNoDefault_IsRefused() => Assert.Contains("'model' is missing", Refusal("{M}").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("acme/unknown")]
    [InlineData("")]
    [InlineData("small")]
    [InlineData("acme/unknown:nitro")]
    public void Run_UnknownModel_IsNamed(string slug)
    {
        var error = Refusal($$"""{"model":"acme/small","models":["{{slug}}"],M}""");

        Assert.Equal((400, $"{slug} is not a valid model ID. GET /api/v1/models lists those that are."), (error.Status, error.Message));
        Assert.Equal(("model_not_found", false), (error.Availability!.Code, error.Availability.Retryable));
        Assert.Equal([slug], error.Availability.RequestedModels);
    }

    private string Plan(string body) =>
        string.Join(' ', Run(body).Plan.Candidates.Select(candidate => $"{candidate.Model.Slug}@{candidate.Endpoint.Provider.Slug}"));

    private GatewayError Refusal(string body) => Assert.Throws<GatewayException>(() => Run(body)).Error;

    private Routed Run(string body) =>
        new RouteStage(
            _catalog,
            new RoutePlanner(new UnmeasuredVitals(), new Random(1)),
            new StickyRouting(new StickyState(new FakeTime()), _ => false),
            new WorkspaceDirectory(),
            new ByokExpansion(SecretsInMemory.Registrar(), () => 0)).Run(new Prepared(Parsed(body.Replace("M}", "\"messages\":[{\"role\":\"user\"}]}", StringComparison.Ordinal))));
}
