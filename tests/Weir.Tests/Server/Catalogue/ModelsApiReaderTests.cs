using Weir.Ledger.Pricing;
using Xunit;

namespace Weir.Tests.Server.Catalogue;

/// <summary>Rows of an OpenRouter-compatible models API.</summary>
public sealed class ModelsApiReaderTests
{
    [Fact]
    public void Read_Row_GivesAModelWithTheProvidersEndpoint()
    {
        var model = Documents.Model("""
            {
              "id": "Acme/Large", "canonical_slug": "acme/large-2026-01-01", "name": "Acme: Large", "created": 1767225600, "description": "Large.", "hugging_face_id": "acme/large",
              "knowledge_cutoff": "2025-06-30", "expiration_date": null, "context_length": 200000,
              "architecture": { "input_modalities": ["text", "image", "smell"], "output_modalities": ["text"], "modality": "text+image->text", "tokenizer": "Claude", "instruct_type": null },
              "pricing": { "prompt": "0.000003", "completion": "1.5e-5", "request": "0", "image": "0.0048", "web_search": "0.01", "internal_reasoning": "0", "input_cache_read": "3e-7", "input_cache_write": "0.00000375" },
              "top_provider": { "context_length": 100000, "max_completion_tokens": 8192, "is_moderated": true },
              "supported_parameters": ["temperature", "tools", "reasoning"], "per_request_limits": null, "default_parameters": null, "supported_voices": null
            }
            """);

        var endpoint = Assert.Single(model.Endpoints);
        Assert.Equal(("acme/large", "Acme: Large", 200_000, "other"), (model.Slug, model.Name, model.ContextLength, model.Tokenizer));
        Assert.Equal(["text", "image"], model.InputModalities);
        Assert.Equal(("Claude", "acme/large", new DateOnly(2025, 6, 30)), (model.Card.Family, model.Card.HuggingFaceId, model.Card.KnowledgeCutoff));
        Assert.NotNull(model.Card.Reasoning);
        Assert.Equal(("acme/large-2026-01-01", true), (model.Permaslug, endpoint.IsModerated));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), model.Created);
        Assert.Equal(("acme", "Acme/Large", 100_000, 8192), (endpoint.Provider, endpoint.UpstreamModel, endpoint.ContextLength, endpoint.MaxCompletionTokens));
        Assert.Equal(["reasoning", "temperature", "tools"], endpoint.SupportedParameters!.Order(StringComparer.Ordinal));
        Assert.Equal(
            new Price
            {
                Prompt = 0.000003m, Completion = 0.000015m, Image = 0.0048m, WebSearch = 0.01m, InternalReasoning = 0, InputCacheRead = 0.0000003m, InputCacheWrite = 0.00000375m,
            },
            endpoint.Price with { Overrides = [] });
    }

    [Fact]
    public void Read_LongPrompts_CostWhatTheOverrideSays()
    {
        var price = Documents.Model(Row("""
            { "prompt": "0.00000125", "completion": "0.00001", "overrides": [ { "min_prompt_tokens": 200000, "prompt": "0.0000025", "completion": "0.000015" } ] }
            """)).Endpoints[0].Price;

        Assert.Equal((0.00000125m, 0.00001m), (price.For(200_000).Prompt, price.For(200_000).Completion));
        Assert.Equal((0.0000025m, 0.000015m), (price.For(200_001).Prompt, price.For(200_001).Completion));
    }

    [Fact]
    public void Read_Discount_IsTakenOffEveryPrice()
    {
        var price = Documents.Model(Row("""
            { "prompt": "0.000002", "completion": "0.00001", "input_cache_read": "0.0000002", "discount": 0.25, "overrides": [ { "min_prompt_tokens": 1000, "prompt": "0.000004" } ] }
            """)).Endpoints[0].Price;

        Assert.Equal((0.0000015m, 0.0000075m, 0.00000015m), (price.Prompt, price.Completion, price.InputCacheRead));
        Assert.Equal(0.000003m, price.For(1001).Prompt);
    }

    [Fact]
    public void Read_PriceOfSomeHours_IsTaken()
    {
        var price = Documents.Model(Row("""
            { "prompt": "0.000002", "overrides": [ { "utc_start": 1630, "utc_end": 30, "prompt": "0.000001" }, { "min_prompt_tokens": 10, "utc_start": 0, "utc_end": 2400, "prompt": "0.000004" } ] }
            """)).Endpoints[0].Price;

        Assert.Equal([(null, new PriceHours(1630, 30)), (10L, new PriceHours(0, 2400))], price.Overrides.Select(one => (one.MinPromptTokens, one.Hours!.Value)));
    }

    [Theory]
    [InlineData("""{ "prompt": "-1", "completion": "-1" }""", "no fixed price")]
    [InlineData("""{ "prompt": "abc", "completion": "0" }""", "pricing.prompt is \"abc\"")]
    [InlineData("""{ "prompt": "2.5", "completion": "10" }""", "a million tokens")]
    [InlineData("""{ "prompt": "0.000001", "completion": "0.000001", "per_smell": "0.1" }""", "pricing.per_smell is not known")]
    [InlineData("""{ "prompt": "0.000001", "discount": "a lot" }""", "discount is \"a lot\"")]
    [InlineData("""{ "prompt": "0.000001", "discount": 2 }""", "discount is 2")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "utc_start": 1660, "utc_end": 30, "prompt": "0.0000005" } ] }""", "time window")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "utc_start": 30, "utc_end": 30, "prompt": "0.0000005" } ] }""", "time window")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "utc_start": 1630, "utc_end": 30, "min_prompt_tokens": "x", "prompt": "0.0000005" } ] }""", "without min_prompt_tokens")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "min_prompt_tokens": 10, "utc_start": 0, "prompt": "0.0000005" } ] }""", "time window")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "prompt": "0.0000005" } ] }""", "without min_prompt_tokens")]
    [InlineData("""{ "prompt": "0.000001", "overrides": [ { "min_prompt_tokens": 10, "image": "0.5" } ] }""", "pricing of image changes")]
    [InlineData("{}", "no price")]
    public void Read_PriceThatCannotBeCharged_SkipsTheModelByName(string pricing, string reason) =>
        Assert.Contains(reason, Documents.Reason(Row(pricing)), StringComparison.Ordinal);

    [Theory]
    [InlineData("small", "acme/small")]
    [InlineData("Other/Small:free", "other/small:free")]
    [InlineData("other/small:thinking", "other/small:thinking")]
    public void Read_Id_BecomesASlug(string id, string slug) => Assert.Equal(slug, Documents.Model(Row("""{ "prompt": "0.000001", "completion": "0.000001" }""", id)).Slug);

    [Theory]
    [InlineData("a/b/c", "not author/slug")]
    [InlineData("@preset/x", "not author/slug")]
    [InlineData("a/b c", "not author/slug")]
    [InlineData("~a/b-latest", "not author/slug")]
    [InlineData("a/b:nitro", "a way of routing")]
    [InlineData("a/b:free:online", "a way of routing")]
    [InlineData("a/b:batch", ":batch")]
    public void Read_IdThatIsNoModelOfItsOwn_IsSkipped(string id, string reason) =>
        Assert.Contains(reason, Documents.Reason(Row("""{ "prompt": "0.000001" }""", id)), StringComparison.Ordinal);

    [Fact]
    public void Read_AliasRow_IsSkipped() => Assert.Contains(
        "alias",
        Documents.Reason("""{ "id": "a/b-latest", "alias_target": { "slug": "a/b" }, "architecture": { "input_modalities": ["text"], "output_modalities": ["text"] }, "pricing": { "prompt": "0.000001" } }"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-21", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2027-01-01", false)]
    public void Read_ModelThatEnded_IsSkipped(string day, bool isSkipped)
    {
        var document = Documents.Read($$"""{ "data": [ {{Row("""{ "prompt": "0.000001" }""").Replace("\"id\"", $"\"expiration_date\": \"{day}\", \"id\"", StringComparison.Ordinal)}} ] }""");

        Assert.Equal(isSkipped, document.Models.IsEmpty);
    }

    private static string Row(string pricing, string id = "acme/small") =>
        $$"""{ "id": "{{id}}", "context_length": 1000, "architecture": { "input_modalities": ["text"], "output_modalities": ["text"] }, "top_provider": {}, "pricing": {{pricing}} }""";
}
