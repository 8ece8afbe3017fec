using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What anybody may ask without a key.</summary>
public sealed class CatalogEndpointTests
{
    [Fact]
    public async Task Models_AreListedWithPricesAsDecimalTexts()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        var list = await server.GetJsonAsync("/api/v1/models", key: "");
        var model = Assert.Single(list.GetProperty("data").EnumerateArray());

        Assert.Equal(1, list.GetProperty("total_count").GetInt32());
        Assert.Equal("acme/small", model.GetProperty("id").GetString());
        Assert.Equal("0.000001", model.GetProperty("pricing").GetProperty("prompt").GetString());
        Assert.Equal("text->text", model.GetProperty("architecture").GetProperty("modality").GetString());
        foreach (var required in (string[])["canonical_slug", "per_request_limits", "default_parameters", "supported_voices", "links", "top_provider"])
        {
            Assert.True(model.TryGetProperty(required, out _), required);
        }
    }

    [Fact]
    public async Task Endpoints_OfAModel_NameTheirProvider()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        var data = (await server.GetJsonAsync("/api/v1/models/acme/small/endpoints", key: "")).GetProperty("data");
        using var unknown = await server.SendAsync(HttpMethod.Get, "/api/v1/models/acme/none/endpoints", key: null);

        Assert.Equal("Acme 0", data.GetProperty("endpoints")[0].GetProperty("provider_name").GetString());
        Assert.True(data.GetProperty("endpoints")[0].TryGetProperty("uptime_last_30m", out _));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Browsers_MayCallFromAnywhere()
    {
        await using var server = await TestServer.StartAsync();

        using var preflight = await server.SendAsync(HttpMethod.Options, "/api/v1/chat/completions", key: null, body: null, ("Origin", "https://app.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,x-title"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/")]
    public async Task OperatorsAddresses_Answer(string path)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Get, path, key: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task ConfigurationWithAByteOrderMark_IsRead()
    {
        await using var server = await TestServer.StartAsync("\uFEFF" + TestServer.Config("", "http://127.0.0.1:9/v1"));

        var models = await server.GetJsonAsync("/api/v1/models");

        Assert.Equal("acme/small", models.GetProperty("data")[0].GetProperty("id").GetString());
    }
}
