namespace Weir.Load.Systems;

/// <summary>A gateway that can be started for the benchmark.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Start">Starts it before the upstream on a port, on a core (null: any). It may not answer yet.</param>
internal sealed record Contender(string Name, Func<int, int?, RunningSystem> Start);
