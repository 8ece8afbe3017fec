using System.Globalization;
using Weir.Simulator;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class SimulatorServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_PortZero_SaysTheRealPort()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, Ct);

        Assert.NotEqual(0, server.BaseAddress.Port);
    }

    [Fact]
    public async Task Start_AddressInUse_Throws()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, Ct);

        await Assert.ThrowsAsync<IOException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Urls = server.BaseAddress.ToString() }, Ct));
    }

    [Fact]
    public async Task Dispose_RequestHanging_BreaksItOff()
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, Ct);
        using var client = new SimulatorClient(server.BaseAddress);
        var response = client.SendAsync(SimulatorClient.Ask(("model", "\"sim/fault-hang\"")));
        while (server.Requests is not [{ Model: "sim/fault-hang" }])
        {
            await Task.Yield();
        }

        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => response);
    }

    [Fact]
    public async Task Dispose_Twice_IsFine()
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }, Ct);

        await server.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("sim/small", "0.10", "0.40")]
    [InlineData("sim/large", "1.00", "4.00")]
    [InlineData("sim/embedding", "0.02", "0.00")]
    [InlineData("meta-llama/llama-3.1-8b-instruct:free", "0.00", "0.00")]
    public void Catalogue_Prices_AreThoseOfTheDocumentation(string id, string promptPerMillion, string completionPerMillion)
    {
        var model = SimulatorCatalog.Find(id)!;

        Assert.Equal(promptPerMillion, PerMillion(model.PromptPrice));
        Assert.Equal(completionPerMillion, PerMillion(model.CompletionPrice));
    }

    private static string PerMillion(string price) => (decimal.Parse(price, CultureInfo.InvariantCulture) * 1_000_000).ToString("0.00", CultureInfo.InvariantCulture);
}
