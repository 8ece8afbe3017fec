namespace Weir.Simulator;

/// <summary>Where the simulator listens and which clock it waits on.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Addresses to bind, separated by semicolons; port 0 takes a free port. Default: <c>http://127.0.0.1:8410</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8410";

    /// <summary>Clock of every delay, of <c>created</c> and of the flapping fault. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
