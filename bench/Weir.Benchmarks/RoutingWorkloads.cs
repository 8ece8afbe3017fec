using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>From a request that has been read to its plan, for a model with twenty endpoints.</summary>
/// <remarks>
/// What is known of the endpoints comes from the gateway's own <see cref="HealthDirectory"/>, as in a server: the dearer, the slower, and one had an outage.
/// </remarks>
internal static class RoutingWorkloads
{
    private const int Endpoints = 20;
    private const int Answers = 250;

    public static IEnumerable<Workload> All()
    {
        var endpoints = Enumerable.Range(1, Endpoints).Select(index => GatewaySamples.Endpoint(GatewaySamples.Provider($"p{index}", $"P {index}")) with
        {
            Price = new() { Prompt = index * 0.000001m, Completion = index * 0.000002m },
        });
        var model = GatewaySamples.Model("acme/small", [.. endpoints]);
        var catalog = new CatalogSnapshot([model], defaultModel: null);
        var planner = new RoutePlanner(Known(model), new Random(1));
        foreach (var (name, members) in new[]
        {
            ("balanced by price", ""),
            ("with tools", ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]"),
            ("with preferences", ",\"provider\":{\"ignore\":[\"p3\"],\"data_collection\":\"deny\",\"max_price\":{\"prompt\":15},\"sort\":\"throughput\",\"preferred_max_latency\":{\"p90\":2}}"),
        })
        {
            var request = ChatRequestReader.Read(Encoding.UTF8.GetBytes($$"""{"model":"acme/small","max_tokens":100,"messages":[{"role":"user","content":"Hi"}]{{members}}}"""));
            var query = new RouteQuery(request, ChatOperation.Instance, Guid.Empty);
            yield return new("plan for 20 endpoints", name, 1, () =>
            {
                GC.KeepAlive(planner.Plan(catalog, query));
                return Task.CompletedTask;
            });
        }
    }

    private static HealthDirectory Known(ModelEntry model)
    {
        var health = new HealthDirectory(TimeProvider.System, new Random(1));
        foreach (var (index, endpoint) in model.Endpoints.Index())
        {
            var candidate = new Candidate(model, endpoint, "");
            for (var answer = 0; answer < Answers; answer++)
            {
                health.Began(candidate, TimeSpan.FromSeconds(0.5 + (0.1 * index)), isFirstToken: true);
                health.Ended(candidate, new HealthReport(HealthOutcome.Success) { TokensPerSecond = 100 - index, HasSoundToolCalls = answer % 50 != 0 });
            }
        }

        health.Ended(new Candidate(model, model.Endpoints[1], ""), new HealthReport(HealthOutcome.Outage));
        return health;
    }
}
