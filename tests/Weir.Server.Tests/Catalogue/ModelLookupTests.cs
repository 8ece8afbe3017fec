using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>One model: by which names it is found, what it and its endpoints say.</summary>
public sealed class ModelLookupTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    [Theory]
    [InlineData("acme/thinker", "acme/thinker")]
    [InlineData("ACME/Thinker", "acme/thinker")]
    [InlineData("acme/thinker-2026-03-01", "acme/thinker")]
    [InlineData("acme/old-thinker", "acme/thinker")]
    [InlineData("~acme/thinker-latest", "~acme/thinker-latest")]
    [InlineData("acme/thinker:nitro", "acme/thinker")]
    [InlineData("bolt/tiny:free", "bolt/tiny:free")]
    [InlineData("bolt/tiny:free:online", "bolt/tiny:free")]
    [InlineData("bolt/tiny:floor:exacto", "bolt/tiny")]
    [InlineData("acme/brush", "acme/brush")]
    public async Task Model_IsFoundByAnyOfItsNames(string slug, string id)
    {
        Assert.Equal(id, (await catalogue.GetAsync("/model/" + slug)).GetProperty("data").GetProperty("id").GetString());
        Assert.Equal(id.TrimStart('~').Replace("-latest", "", StringComparison.Ordinal), (await catalogue.GetAsync($"/models/{slug}/endpoints")).GetProperty("data").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/models/acme%2Fthinker")]
    [InlineData("/models/acme%2fthinker-2026-03-01")]
    public async Task Model_IsRetrieved_ByAnIdWithAnEscapedSlash(string path)
    {
        var model = await catalogue.GetAsync(path);

        Assert.Equal("acme/thinker", model.GetProperty("id").GetString());
        Assert.Equal("model", model.GetProperty("object").GetString());
    }

    [Fact]
    public async Task Pricing_TellsWhatLongPromptsCost()
    {
        var pricing = (await catalogue.GetAsync("/model/bolt/tiny")).GetProperty("data").GetProperty("pricing");

        Assert.Equal("""[{"min_prompt_tokens":4000,"prompt":"0.0000003"}]""", pricing.GetProperty("overrides").GetRawText());
    }

    [Fact]
    public async Task Endpoints_SayWhichToolChoicesTheyTake()
    {
        foreach (var (slug, isTaken) in new[] { ("bolt/tiny", true), ("acme/thinker", false) })
        {
            var endpoint = (await catalogue.GetAsync($"/models/{slug}/endpoints")).GetProperty("data").GetProperty("endpoints")[0];
            var takes = endpoint.GetProperty("supported_parameters").EnumerateArray().Any(name => name.GetString() == "tool_choice");

            Assert.Equal(isTaken, takes);
            Assert.All((string[])["none", "auto", "required", "function"], value =>
                Assert.Equal(takes, endpoint.GetProperty("supports_tool_choice").GetProperty(value).GetBoolean()));
        }
    }

    [Fact]
    public async Task Alias_AnswersChats_InTheNameOfItsModel()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = TestServer.Config("", upstream.BaseUrl).Replace("\"name\": \"Acme: Small\"", "\"aliases\": [\"~acme/small-latest\"]", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(config);

        using var response = await server.ChatAsync("""{"model":"~acme/small-latest","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal("acme/small", (await TestServer.ReadJsonAsync(response)).GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("/model/acme/none")]
    [InlineData("/model/acme/thinker:free")]
    [InlineData("/model/acme/thinker:thinking")]
    [InlineData("/model/acme/:online")]
    [InlineData("/models/acme/none/endpoints")]
    [InlineData("/models/acme%2Fnone")]
    [InlineData("/images/models/acme/none/endpoints")]
    [InlineData("/images/models/acme/thinker/endpoints")]
    public async Task UnknownModel_Is404(string path)
    {
        var (status, message) = await catalogue.RefusedAsync(path);

        Assert.Equal(404, status);
        Assert.Contains("GET /api/v1/", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_SayWhatTheyTakeAndCost_AndHaveNoFiguresYet()
    {
        var data = (await catalogue.GetAsync("/models/acme/thinker/endpoints")).GetProperty("data");

        Assert.Equal("Llama4", data.GetProperty("architecture").GetProperty("tokenizer").GetString());
        ModelListTests.AssertJson(
            """
            {
              "name": "FakeProvider | acme/thinker-2026-03-01", "model_id": "acme/thinker-2026-03-01", "model_name": "Acme: Thinker", "context_length": 100000,
              "pricing": { "prompt": "0.000002", "completion": "0.00001", "image": "0.001", "web_search": "0.01", "input_cache_write_1h": "0.000004" },
              "provider_name": "FakeProvider", "tag": "fake", "quantization": "fp8", "max_completion_tokens": 8192, "max_prompt_tokens": 90000,
              "supported_parameters": ["seed", "temperature"], "supports_tool_choice": { "none": false, "auto": false, "required": false, "function": false }, "status": 0, "uptime_last_5m": null, "uptime_last_30m": null, "uptime_last_1d": null,
              "latency_last_30m": null, "throughput_last_30m": null, "supports_implicit_caching": true, "supports_voice_cloning": false
            }
            """,
            data.GetProperty("endpoints")[1]);
    }

    [Fact]
    public async Task ZdrEndpoints_AreThoseOfProvidersThatKeepNothing()
    {
        var names = (await catalogue.GetAsync("/endpoints/zdr")).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("model_name").GetString());

        Assert.Equal(["Acme: Thinker", "Acme: Vector", "Acme: Brush", "Acme: Voice"], names);
    }

    [Fact]
    public async Task Providers_SayWhatTheyPublish()
    {
        var providers = (await catalogue.GetAsync("/providers")).GetProperty("data");

        ModelListTests.AssertJson(
            """
            [
              {
                "name": "FakeProvider", "slug": "fake", "privacy_policy_url": "https://fake.example/privacy", "terms_of_service_url": "https://fake.example/terms",
                "status_page_url": "https://status.fake.example", "headquarters": "IE", "datacenters": ["US", "IE"]
              },
              { "name": "Groq", "slug": "second", "privacy_policy_url": null, "terms_of_service_url": null, "status_page_url": null, "datacenters": ["US"] }
            ]
            """,
            providers);
    }

    [Theory]
    [InlineData("", """["seed","temperature","tools"]""")]
    [InlineData("?provider=second", """["temperature","tools"]""")]
    [InlineData("?provider=FakeProvider", """["seed","temperature"]""")]
    public async Task Parameters_AreThoseOfTheProvider_OrOfAny(string query, string expected)
    {
        var data = (await catalogue.Server.GetJsonAsync("/api/v1/parameters/acme/old-thinker" + query)).GetProperty("data");

        Assert.Equal("acme/thinker", data.GetProperty("model").GetString());
        ModelListTests.AssertJson(expected, data.GetProperty("supported_parameters"));
    }

    [Theory]
    [InlineData("/parameters/acme/none", 404, "There is no model 'acme/none'")]
    [InlineData("/parameters/acme/vector?provider=groq", 404, "these do: fake")]
    [InlineData("/parameters/acme/vector?provider=a&provider=b", 400, "'provider' is given 2 times")]
    public async Task Parameters_OfNobody_AreRefused(string path, int status, string message)
    {
        var refused = await catalogue.RefusedAsync(path, catalogue.Server.InferenceKey);

        Assert.Equal(status, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(401, (await catalogue.RefusedAsync(path)).Status);
    }

    [Fact]
    public async Task ImageModel_ShowsWhatAnyOfItsEndpointsTakes()
    {
        var model = Assert.Single((await catalogue.GetAsync("/images/models")).GetProperty("data").EnumerateArray());

        Assert.Equal(("acme/brush", "/api/v1/images/models/acme/brush/endpoints"), (model.GetProperty("id").GetString(), model.GetProperty("endpoints").GetString()));
        Assert.True(model.GetProperty("supports_streaming").GetBoolean());
        ModelListTests.AssertJson(
            """{"n":{"type":"range","min":1,"max":10},"resolution":{"type":"enum","values":["1K","2K","4K"]},"seed":{"type":"boolean"}}""",
            model.GetProperty("supported_parameters"));
    }

    [Fact]
    public async Task ImageEndpoints_AreNotWrapped_AndSayTheirOwn()
    {
        var answer = await catalogue.GetAsync("/images/models/acme/brush/endpoints");

        Assert.Equal("acme/brush", answer.GetProperty("id").GetString());
        ModelListTests.AssertJson(
            """
            [
              {
                "provider_name": "FakeProvider", "provider_slug": "fake", "provider_tag": "fake",
                "supported_parameters": { "n": { "type": "range", "min": 1, "max": 4 }, "resolution": { "type": "enum", "values": ["1K", "2K"] }, "seed": { "type": "boolean" } },
                "allowed_passthrough_parameters": ["style"], "supports_streaming": true,
                "pricing": [{ "billable": "output_image", "unit": "image", "cost_usd": 0.05 }, { "billable": "input_text", "unit": "token", "cost_usd": 0.000001 }]
              },
              {
                "provider_name": "Groq", "provider_slug": "second", "provider_tag": "second",
                "supported_parameters": { "n": { "type": "range", "min": 1, "max": 10 }, "resolution": { "type": "enum", "values": ["2K", "4K"] } },
                "allowed_passthrough_parameters": [], "supports_streaming": false, "pricing": [{ "billable": "output_image", "unit": "image", "cost_usd": 0.04 }]
              }
            ]
            """,
            answer.GetProperty("endpoints"));
        Assert.Equal(JsonValueKind.Object, answer.ValueKind);
    }
}
