using Weir.Simulator;
using Xunit;

namespace Weir.Tests.Testing;

/// <summary>A running simulator and a client of it, shared by the tests of a class.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    public SimulatorServer Server { get; private set; } = null!;

    internal SimulatorClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);
        Client = new SimulatorClient(Server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
