using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>Which models a name means: variants, aliases, what is newest, and what routers choose.</summary>
public sealed class ModelChoiceTests
{
    private static readonly ReasoningAbility Reasons = new();

    [Theory]
    [InlineData("acme/small:nitro", "acme/small")]
    [InlineData("ACME/small:Floor:exacto", "acme/small")]
    [InlineData("acme/small:free", "acme/small:free")]
    [InlineData("acme/small:nitro:free", "acme/small:free")]
    [InlineData("acme/small:free:nitro", "acme/small:free")]
    [InlineData("acme/thinker:thinking", "acme/thinker")]
    [InlineData("~acme/small-latest", "acme/small-2")]
    [InlineData("~acme/small-latest:nitro", "acme/small-2")]
    public void Name_MeansItsModel(string name, string slug) => Assert.Equal(slug, ModelsOf(Plan(Family(), model: name)));

    [Theory]
    [InlineData("acme/small:thinking")]
    [InlineData("anthropic/thinker:thinking")]
    [InlineData("acme/small:extended")]
    [InlineData("acme/small:batch")]
    [InlineData("acme/small:xyz")]
    [InlineData("acme/none:online")]
    [InlineData("~acme/none-latest")]
    [InlineData("~acme/small")]
    [InlineData("openrouter/none")]
    [InlineData("acme/secret")]
    public void Name_OfNoModel_IsUnknown(string name) => Assert.Equal(
        (400, "model_not_found", $"{name} is not a valid model ID. GET /api/v1/models lists those that are."),
        Refusal(Family(), model: name) is var error ? (error.Status, error.Availability!.Code, error.Message) : default);

    [Fact]
    public void FreeVariant_OfAPaidModel_HasEnded()
    {
        var error = Refusal(Family(), model: "acme/thinker:free");

        Assert.Equal((404, "free_variant_ended"), (error.Status, error.Availability!.Code));
        Assert.Equal(["acme/thinker"], error.Availability.FallbackModels);
    }

    [Theory]
    [InlineData("acme/small:online", "':online'")]
    [InlineData("acme/small:free:online", "':online'")]
    [InlineData("@preset/mine", "'@preset/mine'")]
    [InlineData("openrouter/bodybuilder", "'openrouter/bodybuilder'")]
    [InlineData("openrouter/fusion:nitro", "'openrouter/fusion:nitro'")]
    public void WhatIsNotThere_IsNamed(string name, string feature)
    {
        var error = Refusal(Family(), model: name);

        Assert.Equal(GatewayErrorCode.NotBuilt, error.Code);
        Assert.Contains(feature, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thinking_TurnsReasoningOn_UnlessTheRequestSaysSomething()
    {
        var asked = Plan(Family(), model: "acme/thinker:thinking").Candidates[0].Adapt(GatewaySamples.Request());

        Assert.Equal("""{"enabled":true}""", GatewaySamples.Text(asked.Value("reasoning")));
        Assert.Equal("acme/small", GatewaySamples.Request(GatewaySamples.Text(asked.Body)).Model);
        Assert.Empty(Plan(Family(), "\"reasoning_effort\":\"low\"", model: "acme/thinker:thinking").Candidates[0].Changes);
    }

    [Theory]
    [InlineData("\"reasoning\":{\"effort\":\"none\"}", "{\"effort\":\"low\"}")]
    [InlineData("\"reasoning\":{\"enabled\":false}", "{\"effort\":\"low\"}")]
    [InlineData("\"reasoning\":{\"max_tokens\":0}", "{\"effort\":\"low\"}")]
    [InlineData("\"reasoning_effort\":\"none\"", "{\"effort\":\"low\"}")]
    [InlineData("\"reasoning\":{\"effort\":\"high\"}", "{\"effort\":\"high\"}")]
    public void Latest_ThatMustReason_IsNotAskedToStop(string members, string expected)
    {
        var model = GatewaySamples.Model("acme/deep-1", At("acme")) with { Card = new ModelCard { Reasoning = new() { Mandatory = true, Efforts = ["high", "low"] } } };
        var plan = Plan(CatalogOf(model), members, model: "~acme/deep-latest");

        var asked = plan.Candidates[0].Adapt(GatewaySamples.Request($"{{{Hi},{members}}}"));
        Assert.Equal((expected, "latest"), (GatewaySamples.Text(asked.Value("reasoning")), plan.Strategy));
        Assert.False(asked.Has("reasoning_effort"));
    }

    [Fact]
    public void Tier_IsAskedOfTheProvider_AndNotWhereItIsNotCharged()
    {
        var catalog = CatalogOf(At("acme"), Tier("acme", "priority"), At("bolt"));

        var nitro = Plan(catalog, model: "acme/small:nitro").Candidates.ToDictionary(candidate => candidate.Endpoint.Tag, Asked(GatewaySamples.Request()));
        Assert.Equal(("", "\"priority\"", ""), (nitro["acme"], nitro["acme/priority"], nitro["bolt"]));
        var request = GatewaySamples.Request($"{{{Hi},\"service_tier\":\"priority\"}}");
        var priority = Plan(catalog, "\"service_tier\":\"priority\"").Candidates.ToDictionary(candidate => candidate.Endpoint.Tag, Asked(request));
        Assert.Equal(("\"default\"", "\"priority\"", "\"priority\""), (priority["acme"], priority["acme/priority"], priority["bolt"]));

        static Func<Candidate, string> Asked(Weir.Gateway.Chat.ModelRequest request) => candidate => GatewaySamples.Text(candidate.Adapt(request).Value("service_tier"));
    }

    [Fact]
    public void Speed_IsTheTier_WhereTheRequestNamesNone()
    {
        var catalog = CatalogOf(At("acme"), Tier("acme", "priority"), At("bolt"));
        var request = GatewaySamples.Request($"{{{Hi},\"speed\":\"fast\"}}");
        var plan = Plan(catalog, "\"speed\":\"fast\"");

        Assert.Equal("acme/priority", plan.Candidates[0].Endpoint.Tag);
        var asked = plan.Candidates.ToDictionary(candidate => candidate.Endpoint.Tag, candidate => candidate.Adapt(request));
        Assert.Equal(("\"priority\"", "\"fast\""), Members(asked["acme/priority"]));
        Assert.Equal(("", ""), Members(asked["acme"]));
        Assert.Equal(("", "\"fast\""), Members(asked["bolt"]));
        Assert.Equal("acme bolt", string.Join(' ', Tags(catalog, "\"speed\":\"standard\"").Split(' ').Order(StringComparer.Ordinal)));

        // Who says both is taken at their word, each of them.
        var both = GatewaySamples.Request($"{{{Hi},\"speed\":\"fast\",\"service_tier\":\"default\"}}");
        var ordinary = Plan(catalog, "\"speed\":\"fast\",\"service_tier\":\"default\"");
        Assert.DoesNotContain("acme/priority", TagsOf(ordinary), StringComparison.Ordinal);
        Assert.Equal(("\"default\"", "\"fast\""), Members(ordinary.Candidates[0].Adapt(both)));

        static (string, string) Members(Weir.Gateway.Chat.ModelRequest request) =>
            (GatewaySamples.Text(request.Value("service_tier")), GatewaySamples.Text(request.Value("speed")));
    }

    [Theory]
    [InlineData("anthropic/opus", "\"speed\":\"fast\"", "anthropic/opus-fast anthropic/opus")]
    [InlineData("anthropic/opus", "\"service_tier\":\"fast\"", "anthropic/opus-fast anthropic/opus")]
    [InlineData("anthropic/opus", "", "anthropic/opus")]
    [InlineData("anthropic/opus-fast", "\"speed\":\"fast\"", "anthropic/opus-fast")]
    [InlineData("acme/opus", "\"speed\":\"fast\"", "acme/opus")]
    public void Speed_PrefersTheFastSiblingOfAnthropic(string model, string members, string expected)
    {
        var catalog = CatalogOf([.. new[] { "anthropic/opus", "anthropic/opus-fast", "acme/opus", "acme/opus-fast" }.Select(slug => GatewaySamples.Model(slug, At("a")))]);
        var plan = Plan(catalog, members, model: model);

        Assert.Equal((expected, "direct"), (ModelsOf(plan), plan.Strategy));
    }

    [Fact]
    public void Models_EachWithItsVariants()
    {
        var catalog = CatalogOf(
            GatewaySamples.Model("acme/small", At("dear", 2), At("cheap", 1)),
            GatewaySamples.Model("acme/large", At("slow", 1), At("quick", 9)),
            GatewaySamples.Model("acme/large:free", At("gift", 0)));
        var vitals = new Dictionary<string, Weir.Gateway.Health.EndpointVitals> { ["slow"] = Fast(5), ["quick"] = Fast(90) };

        var plan = Plan(catalog, "\"models\":[\"ACME/Large:nitro\",\"acme/large:free\",\"acme/small\"]", vitals, model: "acme/small:floor");
        Assert.Equal(("cheap dear quick slow gift", "fallback"), (TagsOf(plan), plan.Strategy));
    }

    [Fact]
    public void Models_WithoutAModel_AreTriedInOrder()
    {
        var request = GatewaySamples.Request($"{{{Hi},\"model\":null,\"models\":[\"acme/thinker\",\"acme/small\"]}}");
        var planner = new RoutePlanner(new Weir.Gateway.Health.UnmeasuredVitals(), new Random(1));
        var plan = planner.Plan(Family(), new RouteQuery(request, Weir.Gateway.Operations.Chat.ChatOperation.Instance, GatewaySamples.Workspace));

        Assert.Equal("acme/thinker acme/small", ModelsOf(plan));
    }

    [Theory]
    [InlineData("acme/thinker", null, "acme/thinker")]
    [InlineData(null, "acme/thinker", "acme/small")]
    [InlineData("acme/small:nitro", null, "acme/small")]
    public void WorkspaceModel_AnswersWhoNamesNone(string? text, string? image, string expected)
    {
        var catalog = new CatalogSnapshot(Family().Models, "acme/small");
        var query = new RouteQuery(GatewaySamples.Request($"{{{Hi}}}"), Weir.Gateway.Operations.Chat.ChatOperation.Instance, GatewaySamples.Workspace)
        {
            Defaults = new WorkspaceRouting(text, image, null),
        };

        Assert.Equal(expected, ModelsOf(new RoutePlanner(new Weir.Gateway.Health.UnmeasuredVitals(), new Random(1)).Plan(catalog, query)));
    }

    [Fact]
    public void PrivateModel_IsSeenByItsWorkspace()
    {
        var model = GatewaySamples.Model("acme/small", At("acme")) with { Workspaces = [GatewaySamples.Workspace] };

        Assert.Equal("acme", Tags(CatalogOf(model)));
    }

    [Fact]
    public void Free_ChoosesFreeEndpointsOnly()
    {
        var mixed = GatewaySamples.Model("acme/mixed", At("paid"), At("free", 0));
        var plan = Plan(CatalogOf(mixed, GatewaySamples.Model("acme/paid", At("paid"))), model: "openrouter/free");

        Assert.Equal(("free", "free"), (TagsOf(plan), plan.Strategy));
        Assert.Equal((404, "no_endpoints"), Refusal(CatalogOf(At("paid")), model: "openrouter/free") is var error ? (error.Status, error.Availability!.Code) : default);
    }

    [Fact]
    public void Free_ChoosesWhoCanSee()
    {
        var catalog = CatalogOf([.. Enumerable.Range(0, 9).Select(index => GatewaySamples.Model($"acme/m{index}", At("free", 0)) with { InputModalities = index == 7 ? ["text", "image"] : ["text"] })]);

        Assert.Equal("acme/m7", ModelsOf(Plan(catalog, "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:,\"}}]}]", model: "openrouter/free")));
        Assert.Equal(3, Plan(catalog, model: "openrouter/free").Candidates.Length);
    }

    [Theory]
    [InlineData("", "m1 m0")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"cost_tier\":\"max\"}]", "m9 m8")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"cost_tier\":\"medium\",\"excluded_models\":[\"*/m3\",\"ACME/M2\"]}]", "m5 m4")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"allowed_models\":[\"acme/m5\",\"bolt/*\"]}]", "m5")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"cost_quality_tradeoff\":0}]", "m8 m7 m6")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"cost_tier\":\"max\",\"enabled\":false}]", "m1 m0")]
    [InlineData("\"plugins\":[{\"id\":\"auto-beta-router\",\"cost_tier\":\"max\"}]", "m1 m0")]
    public void Auto_ChoosesTheBestOfItsBand(string members, string expected)
    {
        var plan = Plan(Scored(), members, model: "openrouter/auto");

        Assert.Equal(expected, ModelsOf(plan).Replace("acme/", "", StringComparison.Ordinal));
        Assert.Equal("auto", plan.Strategy);
    }

    [Theory]
    [InlineData("auto-router", true, "acme/m5", "m5 m1 m0")]
    [InlineData("auto-router", true, "ACME/M0", "m0 m1")]
    [InlineData("auto-router", true, "acme/gone", "m1 m0")]
    [InlineData("auto-router", true, "acme/m7", "m1 m0")]
    [InlineData("auto-router", false, "acme/m5", "m1 m0")]
    [InlineData("auto-beta-router", true, "acme/m5", "m1 m0")]
    public void Auto_Pinned_StaysWithTheModelOfTheLatestAnswer(string plugin, bool pins, string model, string expected)
    {
        var members = $"\"plugins\":[{{\"id\":\"{plugin}\",\"pin_model\":{(pins ? "true" : "false")},\"excluded_models\":[\"acme/m7\"]}}],"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"model\":\"acme/m3\",\"content\":\"Hello\"},"
            + $"{{\"content\":[{{\"type\":\"text\",\"text\":\"So\"}}],\"model\":\"{model}\",\"role\":\"assistant\"}},{{\"role\":\"user\",\"model\":\"acme/m2\",\"content\":\"Bye\"}}]";
        var plan = Plan(Scored(), members, model: plugin == "auto-router" ? "openrouter/auto" : "openrouter/auto-beta");

        // The band of m0 and m1 is smaller by the one that is excluded or not.
        Assert.Equal(expected, ModelsOf(plan).Replace("acme/", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"pin_model\":\"yes\"}]", 400, "'plugins[auto-router].pin_model' is a string; it must be true or false.")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"cost_tier\":\"huge\"}]", 400, "'plugins[auto-router].cost_tier' is \"huge\"; it must be one of low, medium, high, xhigh, max.")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"allowed_models\":\"*\"}]", 400, "'plugins[auto-router].allowed_models' must be a list of at most 1024 strings")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\",\"allowed_models\":[\"none/*\"]}]", 404, "No models match your request and model restrictions")]
    public void Auto_WhatCannotBe_IsSaid(string members, int status, string problem)
    {
        var error = Refusal(Scored(), members, "openrouter/auto");

        Assert.Equal(status, error.Status);
        Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_TooManyCharactersOfPatterns_AreRefused()
    {
        var patterns = string.Join(',', Enumerable.Repeat($"\"{new string('a', 1000)}\"", 66));

        Assert.Contains("65536 in all", Refusal(Scored(), $"\"plugins\":[{{\"id\":\"auto-router\",\"allowed_models\":[{patterns}]}}]", "openrouter/auto").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "m6 m7 m8")]
    [InlineData("\"plugins\":[{\"id\":\"pareto-router\",\"min_coding_score\":0.4}]", "m3 m4 m5")]
    [InlineData("\"plugins\":[{\"id\":\"pareto-router\",\"min_coding_score\":0.1}]", "m0 m1 m2")]
    [InlineData("\"plugins\":[{\"id\":\"pareto-router\",\"max_price\":5.5}]", "m4 m3 m2")]
    public void Pareto_ChoosesTheCheapestThatIsGoodEnough(string members, string expected)
    {
        var plan = Plan(Scored(9), members, model: "openrouter/pareto-code");

        Assert.Equal((expected, "pareto"), (ModelsOf(plan).Replace("acme/", "", StringComparison.Ordinal), plan.Strategy));
    }

    // m0 is the cheapest and the worst, and so on.
    private static CatalogSnapshot Scored(int count = 10) => CatalogOf([.. Enumerable.Range(0, count).Select(index => GatewaySamples.Model($"acme/m{index}", At("acme", index + 1)) with
    {
        Card = new ModelCard { Benchmarks = new() { IntelligenceIndex = index, CodingIndex = index } },
    })]);

    private static CatalogSnapshot Family() => CatalogOf(
        GatewaySamples.Model("acme/small", At("acme")),
        GatewaySamples.Model("acme/small:free", At("acme", 0)),
        GatewaySamples.Model("acme/small-2", At("acme")) with { Created = FakeTime.Start.AddDays(1) },
        GatewaySamples.Model("acme/smaller", At("acme")) with { Created = FakeTime.Start.AddDays(2) },
        GatewaySamples.Model("acme/secret", At("acme")) with { Workspaces = [Guid.Parse("0198f000-0000-7000-8000-00000000000f")] },
        GatewaySamples.Model("acme/small-3", At("acme")) with { Created = FakeTime.Start.AddDays(3), Workspaces = [Guid.Parse("0198f000-0000-7000-8000-00000000000f")] },
        GatewaySamples.Model("acme/thinker", At("acme")) with { Card = new ModelCard { Reasoning = Reasons } },
        GatewaySamples.Model("anthropic/thinker", At("acme")) with { Card = new ModelCard { Reasoning = Reasons } });
}
