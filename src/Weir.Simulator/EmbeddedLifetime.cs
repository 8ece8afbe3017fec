using Microsoft.Extensions.Hosting;

namespace Weir.Simulator;

/// <summary>Leaves the process signals to the process: the default would stop the simulator on Ctrl+C while the gateway in front of it still drains.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
