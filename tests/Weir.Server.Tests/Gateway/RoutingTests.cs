using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Who answers is what the request, the operator and the catalogue say.</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("""{"order":["castle"]}""", "Castle")]
    [InlineData("""{"only":["BOLT"]}""", "Bolt")]
    [InlineData("""{"ignore":["castle","bolt"]}""", "Acme")]
    [InlineData("""{"sort":"price"}""", "Bolt")]
    [InlineData("""{"zdr":true}""", "Castle")]
    [InlineData("""{"max_price":{"prompt":"1.5"}}""", "Bolt")]
    [InlineData("""{"only":["acme/priority"]}""", "Acme")]
    public async Task Preference_ChoosesWhoAnswers(string provider, string name)
    {
        await using var upstream = await StartUpstreamAsync();
        await using var server = await TestServer.StartAsync(Config(upstream));

        using var response = await server.ChatAsync(Body($"\"provider\":{provider}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(name, (await TestServer.ReadJsonAsync(response)).GetProperty("provider").GetString());
    }

    [Fact]
    public async Task NobodyLeft_IsExplained()
    {
        await using var upstream = await StartUpstreamAsync();
        await using var server = await TestServer.StartAsync(Config(upstream));

        using var response = await server.ChatAsync(Body("\"provider\":{\"only\":[\"dune\"]}"));

        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Providers serving acme/small: acme, acme/priority, bolt, castle, but your request's provider.only preference permits only: dune.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var availability = error.GetProperty("availability");
        Assert.Equal("no_endpoints", availability.GetProperty("code").GetString());
        Assert.Equal("allowed_providers", availability.GetProperty("excluded_by")[0].GetString());
        Assert.Equal("provider.only", availability.GetProperty("constraint").GetProperty("field").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task WrongPreference_IsNamed()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.ChatAsync("""{"model":"sim/small","messages":[{"role":"user","content":"Hi"}],"provider":{"sort":"cheapest"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("'provider.sort' is \"cheapest\"", (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TierOfTheEndpoint_IsAskedOfTheProvider()
    {
        await using var upstream = await StartUpstreamAsync();
        await using var server = await TestServer.StartAsync(Config(upstream));

        using var response = await server.ChatAsync(Body("\"provider\":{\"only\":[\"acme/priority\"],\"mid_stream\":\"error\"}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var sent = JsonDocument.Parse(Assert.Single(upstream.Requests).Body);
        Assert.Equal("priority", sent.RootElement.GetProperty("service_tier").GetString());
        Assert.False(sent.RootElement.TryGetProperty("provider", out _));
    }

    [Fact]
    public async Task PrivateModel_OfAnotherWorkspace_IsNotThere()
    {
        await using var upstream = await StartUpstreamAsync();
        await using var server = await TestServer.StartAsync(Config(upstream));

        using var response = await server.ChatAsync("""{"model":"acme/secret","messages":[{"role":"user","content":"Hi"}]}""");
        using var shown = await server.SendAsync(HttpMethod.Get, "/api/v1/model/acme/secret", server.InferenceKey);
        var listed = await server.GetJsonAsync("/api/v1/models");
        var own = await server.GetJsonAsync("/api/v1/models/user");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("acme/secret is not a valid model ID", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Equal(["acme/small"], listed.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()));
        Assert.Equal(["acme/small"], own.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }

    private static Task<FakeUpstream> StartUpstreamAsync() => FakeUpstream.StartAsync(FakeUpstream.Json(
        200, """{"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}"""));

    private static string Body(string members) => $$"""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],{{members}}}""";

    private static string Config(FakeUpstream upstream) => $$"""
        {
          "providers": {
            "acme": { "name": "Acme", "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "k" },
            "bolt": { "name": "Bolt", "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "k" },
            "castle": { "name": "Castle", "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "k", "data_policy": { "zdr": true } }
          },
          "models": {
            "acme/small": { "endpoints": [
              { "provider": "acme", "upstream_model": "m", "pricing": { "prompt": "0.000002", "completion": "0.000002" } },
              { "provider": "acme", "service_tier": "priority", "upstream_model": "m", "pricing": { "prompt": "0.000004", "completion": "0.000004" } },
              { "provider": "bolt", "upstream_model": "m", "pricing": { "prompt": "0.000001", "completion": "0.000001" } },
              { "provider": "castle", "upstream_model": "m", "pricing": { "prompt": "0.000003", "completion": "0.000003" } } ] },
            "acme/secret": { "workspaces": ["0198f000-0000-7000-8000-00000000000f"], "endpoints": [ { "provider": "acme", "upstream_model": "m" } ] }
          }
        }
        """;
}
