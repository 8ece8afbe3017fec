namespace Weir.RoutingLab;

/// <summary>What the gateway does: its planner, its knowledge of endpoints and its rules for another try, on virtual time.</summary>
internal sealed class DefaultStrategy(IReadOnlyList<LabEndpoint> endpoints, VirtualTime time, int seed) : IStrategy
{
    public const string Label = "Weir";

    public string Name => Label;

    public ICalls Begin() => new InOrder(endpoints, (int)((time.Now.Ticks + seed) % endpoints.Count));
}
