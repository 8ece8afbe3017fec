using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>From a request that has been read to its plan, for a model with twenty endpoints.</summary>
internal static class RoutingWorkloads
{
    private const int Endpoints = 20;

    public static IEnumerable<Workload> All()
    {
        var endpoints = Enumerable.Range(1, Endpoints).Select(index => GatewaySamples.Endpoint(GatewaySamples.Provider($"p{index}", $"P {index}")) with
        {
            Price = new() { Prompt = index * 0.000001m, Completion = index * 0.000002m },
        });
        var catalog = new CatalogSnapshot([GatewaySamples.Model("acme/small", [.. endpoints])], defaultModel: null);
        var planner = new RoutePlanner(new MeasuredVitals(), new Random(1));
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

    /// <summary>An endpoint is the slower the dearer it is, and one is out.</summary>
    private sealed class MeasuredVitals : IVitalsSource
    {
        public EndpointVitals Read(ModelEntry model, EndpointEntry endpoint)
        {
            var speed = (double)(100 - (endpoint.Price.Prompt * 1_000_000));
            return new EndpointVitals
            {
                Throughput = new Percentiles(speed, speed, speed, speed),
                Latency = new Percentiles(1, 1, 2, 3),
                Requests = 500,
                IsUnstable = endpoint.Provider.Slug == "p2",
            };
        }
    }
}
