namespace Weir.Simulator.Faults;

/// <summary>A named fault: the model <c>sim/fault-NAME</c> and the plan behind it.</summary>
internal sealed record SimulatedFault(string Name, string Description, FaultPlan Plan)
{
    public string ModelId => "sim/fault-" + Name;
}
