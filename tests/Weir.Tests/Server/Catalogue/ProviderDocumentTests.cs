using Weir.Ledger.Pricing;
using Xunit;

namespace Weir.Tests.Server.Catalogue;

/// <summary>Documents that providers publish: the format 2.4, the flat one before it, and what is neither.</summary>
public sealed class ProviderDocumentTests
{
    private const string Prompt = """{ "type": "prompt", "unit": "token", "cost_usd": "0.000001" }""";
    private const string Completion = """{ "type": "completion", "unit": "token", "cost_usd": "0.000002" }""";

    [Fact]
    public void Typed_EveryMember_IsRead()
    {
        var model = Documents.Model("""
            {
              "schema_version": "2.4", "id": "large-1", "name": "Large", "created": 1767225600, "hugging_face_id": "acme/large", "quantization": "fp8", "tokenizer": "Qwen3", "description": "Large.",
              "openrouter": { "slug": "acme/large" }, "is_ready": true, "is_free": false, "deprecation_date": "2027-01-31T13", "discount_to_user": 0.5,
              "datacenters": [ { "country_code": "US" } ], "compliance": { "zdr": true },
              "pricing": [ { "type": "request", "unit": "request", "cost_usd": "0.002" }, { "type": "web_search", "unit": "search", "cost_usd": "0.01" } ],
              "capacity": [ { "type": "prompt", "unit": "token", "per": "minute", "value": 1000 } ],
              "input_modalities": [
                { "type": "text", "supported_inputs": { "max_context_length": { "value": 131072, "unit": "token" }, "max_prompt_length": { "value": 100000, "unit": "token" } },
                  "pricing": [
                    { "type": "prompt", "unit": "token", "cost_usd": "0.000002", "overrides": [ { "when": { "prompt_tokens": { "gte": 65537 } }, "cost_usd": "0.000004" } ] },
                    { "type": "cached_prompt", "unit": "token", "cost_usd": "2e-7" },
                    { "type": "cache_write", "unit": "token", "ttl_seconds": 300, "cost_usd": "0.0000025" },
                    { "type": "cache_write", "unit": "token", "ttl_seconds": 3600, "cost_usd": "0.000004" } ] },
                { "type": "image", "supported_inputs": { "sources": { "type": "enum", "values": ["url"] } }, "pricing": [ { "type": "prompt", "unit": "image", "cost_usd": "0.001" } ] },
                { "type": "audio", "pricing": [ { "type": "prompt", "unit": "second", "cost_usd": "0.0002" } ] }
              ],
              "output_modalities": [
                { "type": "text", "streaming": true, "max_length": { "value": 8192, "unit": "token" },
                  "supported_parameters": { "temperature": { "type": "range", "min": 0, "max": 2 }, "tools": { "type": "boolean" } },
                  "pricing": [ { "type": "completion", "unit": "token", "cost_usd": "0.000008" }, { "type": "internal_reasoning", "unit": "token", "cost_usd": "0.00001" } ] }
              ]
            }
            """);

        var endpoint = Assert.Single(model.Endpoints);
        Assert.Equal(("acme/large", 131_072, "Qwen3", new DateOnly(2027, 1, 31)), (model.Slug, model.ContextLength, model.Card.Family, model.Card.ExpirationDate));
        Assert.Equal(["text", "image", "audio"], model.InputModalities);
        Assert.Equal(("large-1", "fp8", 100_000, 8192), (endpoint.UpstreamModel, endpoint.Quantization, endpoint.MaxPromptTokens, endpoint.MaxCompletionTokens));
        Assert.Equal(["temperature", "tools"], endpoint.SupportedParameters!.Order(StringComparer.Ordinal));
        Assert.Equal((0.000001m, 0.000004m, 0.000005m, 0.0000001m), (endpoint.Price.Prompt, endpoint.Price.Completion, endpoint.Price.InternalReasoning, endpoint.Price.InputCacheRead));
        Assert.Equal((0.00000125m, 0.000002m, 0.0005m, 0.0001m), (endpoint.Price.InputCacheWrite, endpoint.Price.InputCacheWriteHour, endpoint.Price.Image, endpoint.Price.Second));
        Assert.Equal((0.001m, 0.005m), (endpoint.Price.Request, endpoint.Price.WebSearch));
        Assert.Equal((0.000001m, 0.000002m), (endpoint.Price.For(65_536).Prompt, endpoint.Price.For(65_537).Prompt));
    }

    [Fact]
    public void Typed_FreeModel_IsListedBesideThePaidOne()
    {
        var document = Documents.Read($$"""{ "data": [ {{Typed(Prompt, Completion)}}, {{Typed(Prompt, Completion, "\"is_free\": true,")}} ] }""");

        Assert.Equal(["acme/small", "acme/small:free"], document.Models.Select(model => model.Slug));
        Assert.True(document.Models[1].Endpoints[0].Price.IsFree);
        Assert.Equal("small", document.Models[1].Endpoints[0].UpstreamModel);
    }

    [Fact]
    public void Typed_SameModelInTwoQuantizations_HasTwoEndpoints()
    {
        var document = Documents.Read($$"""
            { "data": [ {{Typed(Prompt, Completion, "\"openrouter\": { \"slug\": \"a/b\" }, \"quantization\": \"fp8\",")}},
                        {{Typed(Prompt, Completion, "\"openrouter\": { \"slug\": \"a/b\" }, \"quantization\": \"bf16\",", id: "small-bf16")}} ] }
            """);

        Assert.Equal(["fp8", "bf16"], Assert.Single(document.Models).Endpoints.Select(endpoint => endpoint.Quantization));
    }

    [Fact]
    public void Typed_SameModelTwice_CountsOnce() =>
        Assert.Equal("it stands in the document twice", Assert.Single(Documents.Read($$"""{ "data": [ {{Typed(Prompt, Completion)}}, {{Typed(Prompt, Completion)}} ] }""").Skipped).Reason);

    [Theory]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "0.000001", "utc_start": 1630, "utc_end": 30 }""", "time window")]
    [InlineData("""{ "type": "prompt", "unit": "furlong", "cost_usd": "0.000001" }""", "prompt a furlong (input.text)")]
    [InlineData("""{ "type": "smell", "unit": "token", "cost_usd": "0.000001" }""", "smell a token")]
    [InlineData("""{ "type": "prompt", "unit": "token" }""", "no cost_usd")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "cheap" }""", "pricing.prompt is \"cheap\"")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "1" }, { "type": "prompt", "unit": "token", "cost_usd": "2" }""", "a million tokens")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "0.001" }, { "type": "prompt", "unit": "token", "cost_usd": "0.002" }""", "prompt twice")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "0", "overrides": [ { "when": { "quality": { "equals": "high" } }, "cost_usd": "0.001" } ] }""", "depends on quality")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "0", "overrides": [ { "when": { "anyOf": [] }, "cost_usd": "0.001" } ] }""", "depends on anyOf")]
    [InlineData("""{ "type": "prompt", "unit": "token", "cost_usd": "0", "overrides": [ { "when": { "prompt_tokens": { "gte": 1, "lte": 9 } }, "cost_usd": "0.001" } ] }""", "only a least number")]
    public void Typed_PriceThatCannotBeCharged_SkipsTheModelByName(string pricing, string reason) =>
        Assert.Contains(reason, Documents.Reason(Typed(pricing, Completion)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"is_ready\": false,", "not ready")]
    [InlineData("\"deprecation_date\": \"2026-11-01\",", "it ended")]
    [InlineData("\"deprecation_date\": \"soon\",", "not a day")]
    [InlineData("\"quantization\": \"fp9\",", "fp9")]
    [InlineData("\"discount_to_user\": \"half\",", "discount_to_user")]
    public void Typed_ModelThatCannotBeServed_IsSkipped(string member, string reason) =>
        Assert.Contains(reason, Documents.Reason(Typed(Prompt, Completion, member)), StringComparison.Ordinal);

    [Fact]
    public void Flat_EveryMember_IsRead()
    {
        var model = Documents.Model("""
            {
              "id": "acme/small", "hugging_face_id": "acme/small", "name": "Small", "created": 1767225600, "input_modalities": ["text", "image"], "output_modalities": ["text"],
              "quantization": "bf16", "context_length": 32768, "max_output_length": 4096,
              "pricing": { "prompt": "0.000008", "completion": "0.000024", "image": "0", "request": "0", "input_cache_read": "1e-7" },
              "supported_sampling_parameters": ["temperature", "stop"], "supported_features": ["tools", "json_mode", "reasoning"], "is_ready": true, "datacenters": [ { "country_code": "DE" } ]
            }
            """);

        var endpoint = Assert.Single(model.Endpoints);
        Assert.Equal(("acme/small", 32_768), (model.Slug, model.ContextLength));
        Assert.Equal(("bf16", 4096), (endpoint.Quantization, endpoint.MaxCompletionTokens));
        Assert.Equal(new Price { Prompt = 0.000008m, Completion = 0.000024m, Image = 0, InputCacheRead = 0.0000001m }, endpoint.Price with { Overrides = [] });
        Assert.Equal(
            ["include_reasoning", "reasoning", "reasoning_effort", "response_format", "stop", "temperature", "tool_choice", "tools"],
            endpoint.SupportedParameters!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Flat_FreeModel_CostsNothingWhateverItsPrice()
    {
        var model = Documents.Model("""{ "id": "acme/small", "is_free": true, "input_modalities": ["text"], "output_modalities": ["text"], "pricing": { "prompt": "0.000008" } }""");

        Assert.Equal("acme/small:free", model.Slug);
        Assert.True(model.Endpoints[0].Price.IsFree);
    }

    [Theory]
    [InlineData("""{ "schema_version": "3.0", "id": "a" }""", "\"3.0\"")]
    [InlineData("""{ "schema_version": 2.4, "id": "a", "input_modalities": [], "output_modalities": [] }""", "no price")]
    [InlineData("""{ "id": "gpt-9", "object": "model", "created": 1, "owned_by": "acme" }""", "no pricing")]
    [InlineData("""{ "name": "nameless" }""", "no id")]
    [InlineData("42", "no id")]
    public void Read_AnythingElse_IsSkippedByName(string model, string reason) => Assert.Contains(reason, Documents.Reason(model), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "error": { "message": "no" } }""")]
    [InlineData("\"text\"")]
    [InlineData("""{ "data": {} }""")]
    public void ReadPage_NoList_IsNoDocument(string json) => Assert.Throws<InvalidDataException>(() => Documents.Read(json));

    private static string Typed(string prompt, string completion, string member = "", string id = "small") => $$"""
        { "schema_version": "2.4", "id": "{{id}}", {{member}} "input_modalities": [ { "type": "text", "pricing": [ {{prompt}} ] } ],
          "output_modalities": [ { "type": "text", "supported_parameters": {}, "pricing": [ {{completion}} ] } ] }
        """;
}
