using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>Who may not answer, and what is said when that is everybody.</summary>
public sealed class EndpointFilterTests
{
    [Theory]
    [InlineData("""{"only":["bolt"]}""", "bolt")]
    [InlineData("""{"only":["BOLT INC."]}""", "bolt")]
    [InlineData("""{"only":["acme/turbo"]}""", "acme/turbo")]
    [InlineData("""{"only":["acme"]}""", "acme acme/turbo")]
    [InlineData("""{"only":["nobody","bolt"]}""", "bolt")]
    [InlineData("""{"ignore":["acme"]}""", "bolt")]
    [InlineData("""{"ignore":["acme/turbo","nobody"]}""", "acme bolt")]
    [InlineData("""{"only":["acme","bolt"],"ignore":["acme/turbo"]}""", "acme bolt")]
    public void Names_MeanAProviderOrOneTag(string provider, string left) => Assert.Equal(left, Left(
        CatalogOf(At("acme"), At("acme") with { Tag = "acme/turbo" }, At("bolt")), Provider(provider)));

    [Fact]
    public void Names_NobodyLeft_SaysWhoServesAndWhoIsPermitted()
    {
        var error = Refusal(CatalogOf(At("acme"), At("bolt")), Provider("""{"only":["castle","dune"]}"""));

        Assert.Equal(404, error.Status);
        Assert.Equal(
            "No allowed providers are available for the selected model. Providers serving acme/small: acme, bolt, but your request's provider.only preference permits only: castle, dune.",
            error.Message);
        Assert.Equal(("no_endpoints", "provider.only"), (error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(["allowed_providers"], error.Availability.ExcludedBy);
    }

    [Theory]
    [InlineData("""{"data_collection":"deny"}""", "none zdr", "privacy_restricted", "data_policy:training")]
    [InlineData("""{"zdr":true}""", "zdr", "privacy_restricted", "data_policy:zdr")]
    public void DataPolicies_KeepWhoPromises(string provider, string left, string code, string excludedBy)
    {
        var trains = WithPolicy("trains", new DataPolicy { Training = true });
        var stores = WithPolicy("stores", new DataPolicy { RetainsPrompts = true });

        Assert.Equal(left, Left(CatalogOf(trains, stores, At("none"), WithPolicy("zdr", new DataPolicy { Zdr = true })), Provider(provider)));
        AssertRefused(CatalogOf(trains, stores), Provider(provider), code, excludedBy);
    }

    [Fact]
    public void Distillable_AsksTheModel()
    {
        var model = GatewaySamples.Model("acme/small", At("acme"));

        Assert.Equal("acme", Tags(CatalogOf(model with { Card = new ModelCard { Distillable = true } }), Provider("""{"enforce_distillable_text":true}""")));
        Assert.Equal("provider.enforce_distillable_text", Refusal(CatalogOf(model), Provider("""{"enforce_distillable_text":true}""")).Availability!.ConstraintField);
    }

    [Theory]
    [InlineData("fp8", "mxfp8 fp8")]
    [InlineData("FP4", "nvfp4")]
    [InlineData("mxfp8", "mxfp8")]
    [InlineData("unknown", "silent")]
    public void Quantizations_IncludeTheirKinds(string wanted, string left)
    {
        var catalog = CatalogOf(With("mxfp8"), With("fp8"), With("nvfp4"), At("silent"));

        Assert.Equal(left.Split(' ').Order(), Left(catalog, Provider($$"""{"quantizations":["{{wanted}}"]}""")).Split(' ').Order());
        AssertRefused(catalog, Provider("""{"quantizations":["int4"]}"""), "constraint_filtered", "quantization");

        static EndpointEntry With(string quantization) => At(quantization) with { Quantization = quantization };
    }

    [Theory]
    [InlineData("\"max_tokens\":1000", "long short wide")]
    [InlineData("\"max_tokens\":1001", "long wide")]
    [InlineData("\"max_completion_tokens\":4001,\"max_tokens\":1", "wide")]
    [InlineData("\"max_tokens\":90000", "")]
    public void Context_HoldsPromptAndAnswer(string members, string left)
    {
        var catalog = CatalogOf(
            At("long") with { ContextLength = 4000 }, At("short") with { ContextLength = 8000, MaxCompletionTokens = 1000 }, At("wide") with { ContextLength = 80_000 });

        if (left.Length > 0)
        {
            Assert.Equal(left, Left(catalog, members));
        }
        else
        {
            AssertRefused(catalog, members, "constraint_filtered", "context_length");
        }
    }

    [Fact]
    public void LongPrompt_LeavesOutWhoCannotTakeIt()
    {
        // 8,000 words of nine letters: more than 8,000 tokens by any tokenizer.
        var text = string.Join(' ', Enumerable.Repeat("abcdefghi", 8000));
        var catalog = CatalogOf(At("small") with { ContextLength = 4000 }, At("bound") with { MaxPromptTokens = 4000 }, At("large"));

        Assert.Equal("large", Left(catalog, $"\"messages\":[{{\"role\":\"user\",\"content\":\"{text}\"}}]"));
    }

    [Fact]
    public void LongBody_WithoutMuchText_LeavesNobodyOut()
    {
        var body = "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + new string(' ', 60_000) + new string('=', 60_000)
            + "\\n\\u00e9\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + new string('A', 60_000) + "\"}}]}]";

        var seeing = GatewaySamples.Model("acme/small", At("small") with { ContextLength = 1000 }) with { InputModalities = ["text", "image"] };
        Assert.Equal("small", Left(CatalogOf(seeing), body));
    }

    [Theory]
    [InlineData("""{"max_price":{"prompt":2}}""", "one two")]
    [InlineData("""{"max_price":{"prompt":"1.5","completion":2}}""", "one")]
    [InlineData("""{"max_price":{"request":0}}""", "one three two")]
    public void MaxPrice_LeavesOutWhoCostsMore(string provider, string left)
    {
        var catalog = CatalogOf(At("one", 1), At("two", 2), At("three", 3));

        Assert.Equal(left, Left(catalog, Provider(provider)));
        AssertRefused(catalog, Provider("""{"max_price":{"prompt":0.5}}"""), "constraint_filtered", "max_price");
    }

    [Fact]
    public void RequireParameters_AsksForAll()
    {
        var catalog = CatalogOf(Taking("few", "temperature", "max_tokens"), Taking("more", "temperature", "max_completion_tokens", "seed"), At("all"));

        Assert.Equal("all few more", Left(catalog, "\"temperature\":1,\"max_tokens\":5,\"x_unknown\":1,\"provider\":{\"require_parameters\":true}"));
        Assert.Equal("all more", Left(catalog, "\"seed\":1,\"max_tokens\":5,\"top_k\":null,\"provider\":{\"require_parameters\":true}"));
        AssertRefused(CatalogOf(Taking("few", "temperature")), "\"seed\":1,\"provider\":{\"require_parameters\":true}", "constraint_filtered", "require_parameters");
    }

    [Fact]
    public void Features_AreGrantedWhereSomebodyCan()
    {
        const string Tools = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]";
        var plain = Taking("plain", "temperature");

        Assert.Equal("tools", Left(CatalogOf(plain, Taking("tools", "tools")), Tools));
        Assert.Equal("plain", Left(CatalogOf(plain), Tools));
        Assert.Equal("schema", Left(CatalogOf(Taking("json", "response_format"), Taking("schema", "structured_outputs")), "\"response_format\":{\"json_schema\":{},\"type\":\"json_schema\"}"));
        Assert.Equal("json schema", Left(CatalogOf(Taking("json", "response_format"), Taking("schema", "structured_outputs"), plain), "\"response_format\":{\"type\":\"json_object\"}"));
        Assert.Equal("plain tools", Left(CatalogOf(plain, Taking("tools", "tools")), "\"tools\":[ ],\"response_format\":{\"type\":\"text\"}"));
    }

    [Theory]
    [InlineData("", "bolt acme")]
    [InlineData("\"service_tier\":\"default\"", "bolt acme")]
    [InlineData("\"service_tier\":\"priority\"", "acme/priority bolt acme")]
    [InlineData("\"service_tier\":\"fast\"", "acme/priority bolt acme")]
    [InlineData("\"service_tier\":\"flex\"", "acme/flex")]
    [InlineData("\"provider\":{\"only\":[\"acme\"]}", "acme")]
    [InlineData("\"provider\":{\"only\":[\"acme/priority\"]}", "acme/priority")]
    [InlineData("\"provider\":{\"order\":[\"acme/priority\"]}", "acme/priority bolt acme")]
    public void Tiers_AnswerOnlyWhoAsks(string members, string left) => Assert.Equal(
        left, Tags(CatalogOf(At("acme", 1_000_000), Tier("acme", "priority", 2), Tier("acme", "flex", 0.5m), At("bolt", 0)), members));

    [Theory]
    [InlineData("acme/small:nitro", "", "acme acme/priority")]
    [InlineData("acme/small:floor", "", "acme acme/flex")]
    [InlineData("acme/small:nitro:floor", "", "acme acme/flex acme/priority")]
    [InlineData("acme/small:nitro", "\"service_tier\":\"default\"", "acme")]
    [InlineData("acme/small:nitro", "\"provider\":{\"order\":[\"acme\"]}", "acme")]
    public void Tiers_AreAdmittedByVariants(string model, string members, string left) => Assert.Equal(
        left, string.Join(' ', Tags(CatalogOf(At("acme"), Tier("acme", "priority"), Tier("acme", "flex")), members, model: model).Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public void OnlyTiers_NobodyAsked_IsSaid() => Assert.Equal("service_tier", Refusal(CatalogOf(Tier("acme", "priority"))).Availability!.ConstraintField);

    [Fact]
    public void SeveralFilters_AreAllNamed_TheLastOneDecides()
    {
        var error = Refusal(CatalogOf(At("acme"), At("bolt", 9)), Provider("""{"ignore":["acme"],"max_price":{"prompt":2}}"""));

        Assert.Equal(["allowed_providers", "max_price"], error.Availability!.ExcludedBy);
        Assert.Equal(("constraint_filtered", "provider.max_price"), (error.Availability.Code, error.Availability.ConstraintField));
        Assert.EndsWith("Before it, provider.ignore left others out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FallbackModel_AnswersWhereTheFirstHasNobody()
    {
        var catalog = CatalogOf(GatewaySamples.Model("acme/small", At("acme")), GatewaySamples.Model("acme/large", At("bolt")));

        Assert.Equal("bolt", Tags(catalog, "\"models\":[\"acme/large\"],\"provider\":{\"only\":[\"bolt\"]}"));
    }

    private static string Provider(string json) => $"\"provider\":{json}";

    private static string Left(CatalogSnapshot catalog, string members) => string.Join(' ', Tags(catalog, members).Split(' ').Order(StringComparer.Ordinal));

    private static void AssertRefused(CatalogSnapshot catalog, string members, string code, string excludedBy)
    {
        var error = Refusal(catalog, members);

        Assert.Equal((404, code), (error.Status, error.Availability!.Code));
        Assert.Contains(excludedBy, error.Availability.ExcludedBy);
        Assert.NotNull(error.Availability.ConstraintDetail);
    }

    private static EndpointEntry WithPolicy(string provider, DataPolicy policy) =>
        At(provider) with { Provider = GatewaySamples.Provider(provider) with { DataPolicy = policy }, Tag = provider };

    private static EndpointEntry Taking(string provider, params string[] parameters) => At(provider) with { SupportedParameters = parameters.ToFrozenSet(StringComparer.Ordinal) };
}
