using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Routing;

namespace Weir.RoutingLab;

/// <summary>What the gateway does: its planner, its knowledge of endpoints and its rules for another try, on virtual time.</summary>
internal sealed class DefaultStrategy : IStrategy
{
    public const string Label = "Weir";

    private readonly CatalogSnapshot _catalog;
    private readonly RouteQuery _query;
    private readonly RoutePlanner _planner;
    private readonly HealthDirectory _health;
    private readonly Dictionary<EndpointEntry, LabEndpoint> _worlds;
    private readonly VirtualTime _time;
    private readonly Random _random;

    public DefaultStrategy(IReadOnlyList<LabEndpoint> endpoints, VirtualTime time, int seed)
    {
        var model = new ModelEntry
        {
            Slug = "acme/small",
            Name = "Acme: Small",
            Created = time.GetUtcNow(),
            ContextLength = 128_000,
            Endpoints = [.. endpoints.Select(endpoint => endpoint.Entry)],
        };
        _catalog = new CatalogSnapshot([model], defaultModel: null);
        var request = ChatRequestReader.Read("""{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}"""u8.ToArray());
        _query = new RouteQuery(request, ChatOperation.Instance, Guid.Empty);

        // Entries are records: comparing their values for each call would cost more than the call.
        _worlds = endpoints.ToDictionary<LabEndpoint, EndpointEntry>(endpoint => endpoint.Entry, ReferenceEqualityComparer.Instance);
        _time = time;
        _random = new Random(seed + 2);
        _health = new HealthDirectory(time, _random);
        _planner = new RoutePlanner(_health, _random);
    }

    public string Name => Label;

    public ICalls Begin() => new GatewayCalls(_planner.Plan(_catalog, _query), _worlds, _health, _time, _random);
}
