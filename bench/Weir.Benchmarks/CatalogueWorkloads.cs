using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>A plan from a small catalogue and from a large one: by the name of a model, and by what has to look at every model.</summary>
/// <remarks>Where all models are asked in turns, none of them is in the caches of the processor any more when its turn comes again.</remarks>
internal static class CatalogueWorkloads
{
    private const int Few = 10;
    private const int Many = 2_000;

    // Coprime to the number of models: every one has its turn, none near the one before.
    private const int Stride = 1_237;

    private static readonly string[] Providers = ["p1", "p2"];

    public static IEnumerable<Workload> All()
    {
        var few = CatalogueOf(Few);
        var many = CatalogueOf(Many);
        foreach (var (group, nameOf) in new (string, Func<int, string>)[]
        {
            ("plan for a named model", SlugOf),
            ("plan for a named model with a variant", index => SlugOf(index) + ":nitro"),
            ("plan for a model that is the latest", index => $"~author{index.ToString(CultureInfo.InvariantCulture)}/model-latest"),
            ("plan by openrouter/auto", _ => "openrouter/auto"),
            ("plan by openrouter/free", _ => "openrouter/free"),
        })
        {
            yield return Plan(group, "10 models, all of them in turns", few, asked: Few, nameOf);
            yield return Plan(group, "2,000 models, ten of them in turns", many, asked: Few, nameOf);
            if (nameOf(0) != nameOf(1))
            {
                yield return Plan(group, "2,000 models, all of them in turns", many, asked: Many, nameOf);
            }
        }

        yield return Restricted(few);
        yield return Restricted(many);
        yield return First(many, SlugOf(0));
        yield return First(many, "~author0/model-latest");
        yield return First(many, "openrouter/auto");
    }

    private static Workload Restricted((CatalogSnapshot Catalog, HealthDirectory Health) known)
    {
        var guardrail = new GuardrailRow
        {
            Id = Guid.Empty, WorkspaceId = Guid.Empty, Name = "bench", CreatedAt = FakeTime.Start, IgnoredModels = ["author1/model-1"], IgnoredProviders = ["p3"], EnablePaidTraining = false,
        };
        var planner = new RoutePlanner(known.Health, new Random(1));
        var query = QueryOf("openrouter/auto") with { Restrictions = new CallerRestrictions(guardrail) };
        return Of("plan by openrouter/auto under guardrails", $"{known.Catalog.Models.Length:N0} models", () => planner.Plan(known.Catalog, query));
    }

    // What is worked out once for a catalogue is part of it: a plan by a name needs nothing of that.
    private static Workload First((CatalogSnapshot Catalog, HealthDirectory Health) known, string model)
    {
        var planner = new RoutePlanner(known.Health, new Random(1));
        var query = QueryOf(model);
        return Of("first plan of a catalogue", $"{known.Catalog.Models.Length:N0} models, {model}", () => planner.Plan(new CatalogSnapshot(known.Catalog.Models, defaultModel: null), query));
    }

    private static Workload Of(string group, string name, Func<RoutePlan> plan) => new(group, name, 1, () =>
    {
        GC.KeepAlive(plan());
        return Task.CompletedTask;
    });

    private static (CatalogSnapshot Catalog, HealthDirectory Health) CatalogueOf(int count)
    {
        var models = Enumerable.Range(0, count).Select(ModelOf).ToImmutableArray();
        return (new CatalogSnapshot(models, defaultModel: null), Known(models));
    }

    private static Workload Plan(string group, string name, (CatalogSnapshot Catalog, HealthDirectory Health) known, int asked, Func<int, string> nameOf)
    {
        var catalog = known.Catalog;
        var planner = new RoutePlanner(known.Health, new Random(1));
        var queries = Enumerable.Range(0, asked).Select(index => QueryOf(nameOf(index * catalog.Models.Length / asked))).ToArray();
        var next = 0;
        return Of(group, name, () =>
        {
            next = (next + Stride) % queries.Length;
            return planner.Plan(catalog, queries[next]);
        });
    }

    private static string SlugOf(int index) => $"author{index.ToString(CultureInfo.InvariantCulture)}/model-1";

    // Two endpoints, as most have; every tenth model is free, so that a router has something to choose.
    private static ModelEntry ModelOf(int index)
    {
        var endpoints = Providers.Select((provider, place) => GatewaySamples.Endpoint(GatewaySamples.Provider(provider, provider)) with
        {
            Price = index % 10 == 0 ? new() : new() { Prompt = (index + place + 1) * 0.00000001m, Completion = (index + place + 1) * 0.00000002m },
        });
        return GatewaySamples.Model(SlugOf(index), [.. endpoints]) with { Created = FakeTime.Start.AddMinutes(index) };
    }

    private static RouteQuery QueryOf(string model)
    {
        var body = $$"""{"model":"{{model}}","max_tokens":100,"messages":[{"role":"user","content":"Hi"}]}""";
        return new RouteQuery(ChatRequestReader.Read(Encoding.UTF8.GetBytes(body)), ChatOperation.Instance, Guid.Empty);
    }

    private static HealthDirectory Known(ImmutableArray<ModelEntry> models)
    {
        var health = new HealthDirectory(TimeProvider.System, new Random(1));
        foreach (var model in models)
        {
            var candidate = new Candidate(model, model.Endpoints[0], "");
            health.Began(candidate, TimeSpan.FromSeconds(0.5), isFirstToken: true);
            health.Ended(candidate, new HealthReport(HealthOutcome.Success) { TokensPerSecond = 100 });
        }

        return health;
    }
}
