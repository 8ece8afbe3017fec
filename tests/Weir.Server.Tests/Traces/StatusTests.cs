using System.Text.Json;
using Weir.Server.Composition;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>What a server says of itself.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Status_OfAFreshServer_NamesTheSimulatorsModel()
    {
        await using var server = await TestServer.StartAsync();

        var before = (await server.GetJsonAsync("/api/weir/status")).GetProperty("data");
        await Otlp.SendAsync(server, "p", Otlp.Span(1, 1));
        var after = (await server.GetJsonAsync("/api/weir/status", server.ManagementKey)).GetProperty("data");

        Assert.True(before.GetProperty("simulated").GetBoolean());
        Assert.Equal("meta-llama/llama-3.1-8b-instruct:free", before.GetProperty("sample_model").GetString());
        Assert.True(before.GetProperty("models").GetInt32() > 1);
        Assert.Matches(@"^\d+\.\d+\.\d+$", before.GetProperty("version").GetString());
        Assert.Equal(JsonValueKind.Null, before.GetProperty("otlp_grpc").ValueKind);
        Assert.False(before.GetProperty("has_spans").GetBoolean());
        Assert.True(after.GetProperty("has_spans").GetBoolean());
    }

    [Fact]
    public async Task Status_OfAConfiguredServer_NamesItsDefaultModel()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        var status = (await server.GetJsonAsync("/api/weir/status")).GetProperty("data");

        Assert.False(status.GetProperty("simulated").GetBoolean());
        Assert.Equal("acme/small", status.GetProperty("sample_model").GetString());
        Assert.Equal(1, status.GetProperty("models").GetInt32());
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:0")]
    public async Task Status_SaysWhereSpansAreReallyReceived(string grpc)
    {
        await using var server = await TestServer.StartAsync(config: null, adjust: options => options with { OtlpGrpc = new OtlpGrpcListener(grpc, IsRequired: true) });

        var address = new Uri((await server.GetJsonAsync("/api/weir/status")).GetProperty("data").GetProperty("otlp_grpc").GetString()!);

        Assert.Equal("127.0.0.1", address.Host);
        Assert.NotEqual(0, address.Port);
        using var probe = new System.Net.Sockets.TcpClient();
        await probe.ConnectAsync(address.Host, address.Port);
    }
}
