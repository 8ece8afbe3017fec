using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Catalogue;

/// <summary>The list of models: what is in it, which filters and orders it takes, and how it refuses others.</summary>
public sealed class ModelListTests(CatalogueFixture catalogue) : IClassFixture<CatalogueFixture>
{
    private const string Text = "bolt/tiny bolt/tiny:free acme/thinker ~acme/thinker-latest";

    [Theory]
    [InlineData("", Text)]
    [InlineData("?beta=true", Text)]
    [InlineData("?sort=&q=", Text)]
    [InlineData("?output_modalities=all", Text + " acme/brush acme/voice acme/vector")]
    [InlineData("?output_modalities=embeddings,image", "acme/brush acme/vector")]
    [InlineData("?output_modalities=embeddings&output_modalities=speech", "acme/voice acme/vector")]
    [InlineData("?output_modalities=video", "")]
    [InlineData("?input_modalities=text,image", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?input_modalities=text,audio", "")]
    [InlineData("?supported_parameters=tools,seed", Text)]
    [InlineData("?supported_parameters=house_parameter", "")]
    [InlineData("?supported_parameters=top_p", "bolt/tiny bolt/tiny:free")]
    [InlineData("?q=THINK", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?q=latest", "~acme/thinker-latest")]
    [InlineData("?q=tiny%20free", "bolt/tiny:free")]
    [InlineData("?q=%25_", "")]
    [InlineData("?category=science", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?category=marketing/seo", "")]
    [InlineData("?context=8000", "bolt/tiny acme/thinker ~acme/thinker-latest")]
    [InlineData("?context=8001", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?min_price=0.1", "bolt/tiny acme/thinker ~acme/thinker-latest")]
    [InlineData("?min_price=0.05&max_price=0.1", "bolt/tiny")]
    [InlineData("?max_price=0", "bolt/tiny:free")]
    [InlineData("?min_output_price=10&max_output_price=10", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?arch=gpt", "bolt/tiny bolt/tiny:free")]
    [InlineData("?arch=Llama", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?arch=Llama4", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?arch=Llam", "")]
    [InlineData("?model_authors=ACME,none", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?providers=fakeprovider", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?providers=groq", Text)]
    [InlineData("?distillable=true", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?distillable=false", "bolt/tiny bolt/tiny:free")]
    [InlineData("?zdr=true", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?region=eu", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?region=us", Text)]
    [InlineData("?max_age_days=0", "")]
    [InlineData("?min_age_days=1", Text)]
    [InlineData("?min_intelligence_index=60.5", "bolt/tiny acme/thinker ~acme/thinker-latest")]
    [InlineData("?max_intelligence_index=60.5", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?min_coding_index=0", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?min_agentic_index=0", "")]
    [InlineData("?min_tool_success_rate=0", "")]
    [InlineData("?q=acme&min_price=1&zdr=true&sort=newest", "acme/thinker ~acme/thinker-latest")]
    [InlineData("?sort=newest", Text)]
    [InlineData("?sort=pricing-low-to-high", "bolt/tiny:free bolt/tiny acme/thinker ~acme/thinker-latest")]
    [InlineData("?sort=pricing-high-to-low", "acme/thinker ~acme/thinker-latest bolt/tiny bolt/tiny:free")]
    [InlineData("?sort=context-high-to-low", "acme/thinker ~acme/thinker-latest bolt/tiny bolt/tiny:free")]
    [InlineData("?sort=intelligence-high-to-low", "bolt/tiny acme/thinker ~acme/thinker-latest bolt/tiny:free")]
    [InlineData("?sort=coding-high-to-low", "acme/thinker ~acme/thinker-latest bolt/tiny bolt/tiny:free")]
    [InlineData("?sort=design-arena-elo-high-to-low", "acme/thinker ~acme/thinker-latest bolt/tiny bolt/tiny:free")]
    [InlineData("?sort=most-popular", Text)]
    [InlineData("?sort=latency-low-to-high", Text)]
    public async Task Query_SelectsAndOrders(string query, string expected) => Assert.Equal(expected, await catalogue.IdsAsync("/models" + query));

    [Theory]
    [InlineData("?sort=cheapest", "'sort' is 'cheapest'; it can be most-popular, newest")]
    [InlineData("?sort=newest&sort=newest", "'sort' is given 2 times")]
    [InlineData("?output_modalities=text,smell", "'output_modalities' names 'smell'; it can name text, image")]
    [InlineData("?input_modalities=embeddings", "'input_modalities' names 'embeddings'; it can name text, image")]
    [InlineData("?category=cooking", "'category' is 'cooking'; it can be programming")]
    [InlineData("?context=0", "'context' is '0'; it can be a whole number of 1 or more")]
    [InlineData("?context=many", "'context' is 'many'")]
    [InlineData("?min_price=-1", "'min_price' is '-1'; it can be a number of 0 or more")]
    [InlineData("?max_price=NaN", "'max_price' is 'NaN'")]
    [InlineData("?min_output_price=1,5", "'min_output_price' is '1,5'")]
    [InlineData("?max_output_price=x", "'max_output_price' is 'x'")]
    [InlineData("?distillable=yes", "'distillable' is 'yes'; it can be true, false")]
    [InlineData("?zdr=false", "'zdr' is 'false'; it can be true")]
    [InlineData("?region=asia", "'region' is 'asia'; it can be eu, us")]
    [InlineData("?min_age_days=1.5", "'min_age_days' is '1.5'")]
    [InlineData("?max_age_days=99999999999", "'max_age_days' is '99999999999'")]
    [InlineData("?min_tool_success_rate=1.1", "'min_tool_success_rate' is '1.1'; it can be a number from 0 to 1")]
    [InlineData("?max_coding_index=a", "'max_coding_index' is 'a'")]
    [InlineData("?offset=-1", "'offset' is '-1'; it can be a whole number of 0 or more")]
    [InlineData("?limit=0", "'limit' is '0'; it can be a whole number from 1 to 1000")]
    [InlineData("?limit=1001", "'limit' is '1001'")]
    [InlineData("?use_rss=maybe", "'use_rss' is 'maybe'; it can be true, false")]
    public async Task BadValue_IsRefused_WithThoseThatAreGood(string query, string message)
    {
        var (status, said) = await catalogue.RefusedAsync("/models" + query);

        Assert.Equal(400, status);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_LeadFromOneToTheNext_AndKeepTheFilter()
    {
        var next = "/api/v1/models?q=a%20i&sort=newest&limit=1";
        var seen = new List<string?>();
        while (next is not null)
        {
            var page = await catalogue.Server.GetJsonAsync(next, key: "");
            Assert.Equal(2, page.GetProperty("total_count").GetInt32());
            seen.Add(Assert.Single(page.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
            next = page.GetProperty("links").GetProperty("next").GetString();
            Assert.True(next is null || next.StartsWith("/api/v1/models?", StringComparison.Ordinal), next);
        }

        Assert.Equal(["acme/thinker", "~acme/thinker-latest"], seen);
    }

    [Theory]
    [InlineData("?offset=3", "~acme/thinker-latest")]
    [InlineData("?offset=2147483647&limit=1000", "")]
    [InlineData("?limit=1000", Text)]
    public async Task Page_AtTheEnd_HasNoNext(string query, string expected)
    {
        Assert.Equal(expected, await catalogue.IdsAsync("/models" + query));
        Assert.Equal(JsonValueKind.Null, (await catalogue.GetAsync("/models" + query)).GetProperty("links").GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Row_SaysEverythingThatTheCatalogueKnows()
    {
        var row = (await catalogue.GetAsync("/models?q=thinker")).GetProperty("data")[0];

        Assert.Equal("acme/thinker-2026-03-01", row.GetProperty("canonical_slug").GetString());
        Assert.Equal(1772323200, row.GetProperty("created").GetInt64());
        Assert.Equal("Thinks <first> & answers.", row.GetProperty("description").GetString());
        Assert.Equal("acme/thinker-1", row.GetProperty("hugging_face_id").GetString());
        Assert.Equal(("2025-12-31", "2027-12-31"), (row.GetProperty("knowledge_cutoff").GetString(), row.GetProperty("expiration_date").GetString()));
        AssertJson("""{"input_modalities":["text","image"],"output_modalities":["text"],"modality":"text+image->text","tokenizer":"Llama4","instruct_type":"chatml"}""", row.GetProperty("architecture"));
        AssertJson("""{"prompt":"0.000002","completion":"0.00001","image":"0.001","web_search":"0.01","input_cache_write_1h":"0.000004"}""", row.GetProperty("pricing"));
        AssertJson("""{"is_moderated":false,"context_length":200000,"max_completion_tokens":null}""", row.GetProperty("top_provider"));
        AssertJson("""["seed","temperature","tools"]""", row.GetProperty("supported_parameters"));
        AssertJson("""{"temperature":0.7,"top_p":null,"top_k":40,"frequency_penalty":null,"presence_penalty":null,"repetition_penalty":null}""", row.GetProperty("default_parameters"));
        AssertJson("""{"mandatory":true,"supported_efforts":["high","low"],"default_effort":"low","default_enabled":true,"supports_max_tokens":false}""", row.GetProperty("reasoning"));
        AssertJson("""{"artificial_analysis":{"intelligence_index":60.5,"coding_index":50,"agentic_index":null},"design_arena":[{"arena":"models","category":"website","elo":1200.5,"rank":3,"win_rate":61}]}""", row.GetProperty("benchmarks"));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("per_request_limits").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("supported_voices").ValueKind);
        Assert.Equal("/api/v1/models/acme/thinker/endpoints", row.GetProperty("links").GetProperty("details").GetString());
        Assert.False(row.TryGetProperty("alias_target", out _));
    }

    [Fact]
    public async Task Alias_IsARowOfItsOwn_ThatNamesItsTarget()
    {
        var row = (await catalogue.GetAsync("/models?q=latest")).GetProperty("data")[0];

        AssertJson("""{"slug":"acme/thinker","name":"Acme: Thinker"}""", row.GetProperty("alias_target"));
        Assert.Equal("0.000002", row.GetProperty("pricing").GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task AbsentFacts_AreAbsentOrNull_AsTheApiWants()
    {
        var rows = (await catalogue.GetAsync("/models?q=tiny")).GetProperty("data");

        AssertJson("""{"mandatory":false,"supported_efforts":null}""", rows[0].GetProperty("reasoning"));
        Assert.False(rows[1].TryGetProperty("reasoning", out _));
        Assert.False(rows[1].TryGetProperty("benchmarks", out _));
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("default_parameters").ValueKind);
        AssertJson("""{"prompt":"0","completion":"0"}""", rows[1].GetProperty("pricing"));
    }

    [Fact]
    public async Task Voices_AreThoseOfAModelThatSpeaks_AndItTakesNoParameterOfChat()
    {
        var row = (await catalogue.GetAsync("/models?output_modalities=speech")).GetProperty("data")[0];

        AssertJson("""["ann","bob"]""", row.GetProperty("supported_voices"));
        AssertJson("[]", row.GetProperty("supported_parameters"));
    }

    [Theory]
    [InlineData("/models/count", 4)]
    [InlineData("/models/count?output_modalities=all", 7)]
    [InlineData("/models/count?output_modalities=image,speech", 2)]
    public async Task Count_IsOfWhatTheListWouldShow(string path, int expected) =>
        Assert.Equal(expected, (await catalogue.GetAsync(path)).GetProperty("data").GetProperty("count").GetInt32());

    [Fact]
    public async Task Count_BadModality_IsRefused() => Assert.Equal(400, (await catalogue.RefusedAsync("/models/count?output_modalities=smell")).Status);

    [Fact]
    public async Task UserModels_NeedAKey_AndArePagedAndFiltered()
    {
        var page = await catalogue.Server.GetJsonAsync("/api/v1/models/user?limit=1");
        var byManager = await catalogue.Server.GetJsonAsync("/api/v1/models/user?q=free", catalogue.Server.ManagementKey);

        Assert.Equal("/api/v1/models/user?offset=1&limit=1", page.GetProperty("links").GetProperty("next").GetString());
        Assert.Equal(1, byManager.GetProperty("total_count").GetInt32());
        Assert.Equal(401, (await catalogue.RefusedAsync("/models/user")).Status);
        Assert.Equal(400, (await catalogue.RefusedAsync("/models/user?limit=0", catalogue.Server.InferenceKey)).Status);
    }

    [Fact]
    public async Task EmbeddingModels_AreThose_AndInPages()
    {
        Assert.Equal("acme/vector", await catalogue.IdsAsync("/embeddings/models"));
        Assert.Equal("", await catalogue.IdsAsync("/embeddings/models?offset=1"));
        Assert.Equal(400, (await catalogue.RefusedAsync("/embeddings/models?limit=x")).Status);
    }

    [Theory]
    [InlineData("/api/v1/models")]
    [InlineData("/v1/models")]
    [InlineData("/v1/models/count")]
    [InlineData("/v1/model/acme/thinker")]
    [InlineData("/v1/models/acme/thinker/endpoints")]
    [InlineData("/v1/endpoints/zdr")]
    [InlineData("/v1/providers")]
    [InlineData("/v1/embeddings/models")]
    [InlineData("/v1/images/models")]
    [InlineData("/openapi.json")]
    [InlineData("/openapi.yaml")]
    public async Task Addresses_TakeHeadAndOptions_AndSayWhatElseTheyDoNot(string path)
    {
        using var get = await catalogue.Server.SendAsync(HttpMethod.Get, path, key: null);
        using var head = await catalogue.Server.SendAsync(HttpMethod.Head, path, key: null);
        using var options = await catalogue.Server.SendAsync(HttpMethod.Options, path, key: null);
        using var post = await catalogue.Server.SendAsync(HttpMethod.Post, path, key: null, "{}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.MethodNotAllowed), (options.StatusCode, post.StatusCode));
        Assert.Equal(["GET", "HEAD", "OPTIONS"], options.Content.Headers.Allow);
    }

    internal static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), $"expected {expected}\nactual   {actual.GetRawText()}");
}
