using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;
using Weir.Tests.Gateway.Stages;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing.Routers;

/// <summary>What a plan allocates has nothing to do with how many models a router chooses from.</summary>
[Collection(AloneGroup.Name)]
public sealed class RouterAllocationTests
{
    private const int Many = 1_000;

    // So few that each tier of prices still has as many models as a router gives.
    private const int Few = 30;
    private const long Slack = 128;

    [Theory]
    [InlineData("openrouter/auto", false)]
    [InlineData("openrouter/auto", true)]
    [InlineData("openrouter/free", false)]
    [InlineData("openrouter/free", true)]
    [InlineData("openrouter/pareto-code", false)]
    [InlineData("openrouter/pareto-code:nitro", false)]
    [InlineData("~acme/m7-latest", false)]
    public void Plan_OfManyModels_AllocatesWhatOneOfFewDoes(string model, bool isRestricted)
    {
        var restrictions = isRestricted ? new CallerRestrictions(Restricting) : CallerRestrictions.None;

        var (few, many) = (Measure(Few, model, restrictions), Measure(Many, model, restrictions));

        Assert.True(many <= few + Slack, $"A plan by {model} allocates {many} bytes of {Many} models, and {few} of {Few}.");
    }

    private static GuardrailRow Restricting => RouterCase.Guardrail(new Random(2), CatalogOf(ModelAt(0))) with
    {
        AllowedModels = null,
        AllowedProviders = null,
        IgnoredModels = ["acme/m1"],
        IgnoredProviders = ["bolt"],
        EnablePaidTraining = false,
    };

    private static long Measure(int count, string model, CallerRestrictions restrictions)
    {
        var catalog = CatalogOf([.. Enumerable.Range(0, count).Select(ModelAt)]);
        var planner = new RoutePlanner(new UnmeasuredVitals(), new Random(1));
        var request = GatewaySamples.Request($$"""{"model":"{{model}}",{{Hi}}}""");
        var query = new RouteQuery(request, ChatOperation.Instance, GatewaySamples.Workspace) { Restrictions = restrictions };
        var least = long.MaxValue;
        for (var round = 0; round < 50; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.NotEmpty(planner.Plan(catalog, query).Candidates);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static ModelEntry ModelAt(int index) => GatewaySamples.Model($"acme/m{index}", At("acme", index % 3), At("dune", index % 3)) with
    {
        Created = FakeTime.Start.AddMinutes(index),
        Card = new ModelCard { Benchmarks = new ModelBenchmarks { CodingIndex = index } },
    };
}
