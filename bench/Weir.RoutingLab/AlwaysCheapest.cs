namespace Weir.RoutingLab;

/// <summary>The cheapest first, always; the next cheapest when it fails.</summary>
internal sealed class AlwaysCheapest(IReadOnlyList<LabEndpoint> endpoints) : IStrategy
{
    private readonly LabEndpoint[] _order = [.. endpoints.OrderBy(endpoint => endpoint.Cost)];

    public string Name => "always cheapest";

    public ICalls Begin() => new InOrder(_order, first: 0);
}
