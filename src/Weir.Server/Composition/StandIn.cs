using Weir.Simulator;

namespace Weir.Server.Composition;

/// <summary>The simulator that stands in while no provider is configured; started when it is needed first, and kept: requests under way may use it.</summary>
internal sealed class StandIn(TimeProvider time) : IAsyncDisposable
{
    private SimulatorServer? _simulator;

    /// <summary>Where it answers. One caller at a time.</summary>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        _simulator ??= await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = time }, cancellationToken);
        return _simulator.BaseAddress;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _simulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
