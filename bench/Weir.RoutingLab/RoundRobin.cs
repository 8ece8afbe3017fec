namespace Weir.RoutingLab;

/// <summary>Everybody in turn; the next one when one fails.</summary>
internal sealed class RoundRobin(IReadOnlyList<LabEndpoint> endpoints) : IStrategy
{
    private int _turn;

    public string Name => "round robin";

    public ICalls Begin() => new InOrder(endpoints, _turn++ % endpoints.Count);
}
