using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>In which order endpoints are tried.</summary>
public sealed class PlanOrderTests
{
    private const string Tools = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]";

    [Fact]
    public void Default_RestIsByPrice_ThenWhoIsUnwell()
    {
        // Free endpoints are drawn first, so that nothing is left to chance here.
        var catalog = CatalogOf(At("waits", 0), At("down", 1), At("unstable", 1), At("degraded", 1), At("dear", 3), At("cheap", 2), At("free", 0));
        var plan = Plan(catalog, vitals: new()
        {
            ["waits"] = new() { IsBlocked = true },
            ["down"] = new() { Uptime = UptimeClass.Down },
            ["unstable"] = new() { IsUnstable = true },
            ["degraded"] = new() { Uptime = UptimeClass.Degraded },
        });

        Assert.Equal("free cheap dear degraded unstable down waits", TagsOf(plan));
        Assert.Equal(
            [
                "drawn by price among the stable", "fallback by price", "fallback by price", "lower priority: degraded uptime",
                "fallback: an outage within the last half minute", "fallback only: low uptime", "last resort: asked to wait, or its circuit is open",
            ],
            plan.Candidates.Select(candidate => candidate.Reason));
        Assert.Equal(("direct", 7), (plan.Strategy, plan.Considered));
    }

    [Fact]
    public void Default_DrawsByTheInverseSquareOfThePrice()
    {
        // The documented example: $1 and $3, and $2 that had an outage just now.
        const int Draws = 20_000;
        var catalog = CatalogOf(At("a", 1), At("b", 2), At("c", 3));
        var vitals = new Dictionary<string, EndpointVitals> { ["b"] = new() { IsUnstable = true } };
        var plans = Enumerable.Range(0, Draws).Select(seed => TagsOf(Plan(catalog, vitals: vitals, seed: seed))).CountBy(tags => tags).ToDictionary();

        Assert.Equal(["a c b", "c a b"], plans.Keys.Order(StringComparer.Ordinal));

        // Chi square with one degree of freedom: more than 10.83 has a chance of one in a thousand.
        var (first, second) = (Draws * 0.9, Draws * 0.1);
        var chiSquare = (Math.Pow(plans["a c b"] - first, 2) / first) + (Math.Pow(plans["c a b"] - second, 2) / second);
        Assert.InRange(chiSquare, 0, 10.83);
    }

    [Fact]
    public void Default_SeveralPrices_AreDrawnInProportion()
    {
        const int Draws = 30_000;
        decimal[] prices = [0.0001m, 0.0002m, 0.0003m, 0.0005m];
        var catalog = CatalogOf([.. prices.Select((price, index) => At($"p{index}", price))]);
        var random = new Random(7);
        var planner = new RoutePlanner(new UnmeasuredVitals(), random);
        var query = new RouteQuery(GatewaySamples.Request(), Weir.Gateway.Operations.Chat.ChatOperation.Instance, GatewaySamples.Workspace);
        var drawn = Enumerable.Range(0, Draws).Select(_ => planner.Plan(catalog, query).Candidates[0].Endpoint.Tag).CountBy(tag => tag).ToDictionary();

        var weights = prices.Select(price => 1 / (double)(price * price)).ToArray();
        var chiSquare = weights.Select((weight, index) => (Expected: Draws * weight / weights.Sum(), Seen: drawn[$"p{index}"]))
            .Sum(row => Math.Pow(row.Seen - row.Expected, 2) / row.Expected);

        // Three degrees of freedom: more than 16.27 has a chance of one in a thousand.
        Assert.InRange(chiSquare, 0, 16.27);
    }

    [Fact]
    public void Default_SeveralFree_AreDrawnAlike()
    {
        var catalog = CatalogOf(At("a", 0), At("b", 0), At("dear"));
        var firsts = Enumerable.Range(0, 100).Select(seed => Plan(catalog, seed: seed)).Select(plan => plan.Candidates[0].Endpoint.Tag).CountBy(tag => tag).ToDictionary();

        Assert.Equal(["a", "b"], firsts.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(firsts["a"], 30, 70);
    }

    [Theory]
    [InlineData("\"price\"", "cheap mid dear waits")]
    [InlineData("\"throughput\"", "mid dear cheap waits")]
    [InlineData("\"latency\"", "dear mid cheap waits")]
    [InlineData("{\"by\":\"price\",\"partition\":\"model\"}", "cheap mid dear waits")]
    public void Sort_IsStrict_UnknownLast(string sort, string expected) => Assert.Equal(expected, Tags(
        CatalogOf(At("waits", 0), At("dear", 3), At("cheap", 1), At("mid", 2)),
        $"\"provider\":{{\"sort\":{sort}}}",
        new()
        {
            ["waits"] = Fast(900) with { IsBlocked = true },
            ["mid"] = Fast(80) with { Latency = Soon(2).Latency, IsUnstable = true },
            ["dear"] = Fast(70) with { Latency = Soon(1).Latency },
        }));

    [Theory]
    [InlineData("""{"order":["c","a"]}""", "c a b")]
    [InlineData("""{"order":["C INC."]}""", "c b a")]
    [InlineData("""{"order":["c"],"sort":"price"}""", "c b a")]
    [InlineData("""{"order":["c","a"],"allow_fallbacks":false}""", "c a")]
    [InlineData("""{"sort":"price","allow_fallbacks":false}""", "b")]
    [InlineData("""{"order":["nobody","c"]}""", "c b a")]
    public void Order_GoesFirst_TheRestFollows(string provider, string expected) => Assert.Equal(expected, Tags(
        CatalogOf(At("a", 2), At("b", 1), At("c", 3)), $"\"provider\":{provider}"));

    [Fact]
    public void Order_WithoutFallbacks_AndNobodyOfIt_IsRefused()
    {
        var error = Refusal(CatalogOf(At("a")), "\"provider\":{\"order\":[\"b\"],\"allow_fallbacks\":false}");

        Assert.Equal((404, "no_endpoints", "provider.order"), (error.Status, error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Contains("provider.order names only: b", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"preferred_min_throughput\":50", "fast unknown slow")]
    [InlineData("\"preferred_min_throughput\":{\"p50\":50,\"p99\":45}", "unknown slow fast")]
    [InlineData("\"preferred_max_latency\":1.5", "fast unknown slow")]
    [InlineData("\"preferred_max_latency\":0.5", "unknown slow fast")]
    public void Preferred_GoesFirst_UnknownBeforeTooSlow(string preferred, string expected) => Assert.Equal(expected, Tags(
        CatalogOf(At("slow", 0), At("unknown", 1), At("fast", 2)),
        $"\"provider\":{{\"sort\":\"price\",{preferred}}}",
        new()
        {
            ["slow"] = Fast(20) with { Latency = Soon(3).Latency },
            ["fast"] = new() { Throughput = new Percentiles(60, 55, 50, 40), Latency = Soon(1).Latency },
        }));

    [Fact]
    public void Models_FollowEachOther_UnlessThePartitionIsNone()
    {
        var catalog = CatalogOf(GatewaySamples.Model("acme/small", At("a", 2), At("b", 4)), GatewaySamples.Model("acme/large", At("c", 1), At("d", 3)));

        Assert.Equal("a b c d", Tags(catalog, "\"models\":[\"acme/large\"],\"provider\":{\"sort\":\"price\"}"));
        Assert.Equal("c a d b", Tags(catalog, "\"models\":[\"acme/large\"],\"provider\":{\"sort\":{\"by\":\"price\",\"partition\":\"none\"}}"));
        Assert.Equal("a c", Tags(catalog, "\"models\":[\"acme/large\"],\"provider\":{\"sort\":\"price\",\"allow_fallbacks\":false}"));
        Assert.Equal("b c d a", Tags(catalog, "\"models\":[\"acme/large\"],\"provider\":{\"sort\":\"price\"}", new() { ["a"] = new() { IsBlocked = true } }));
        Assert.Equal("fallback", Plan(catalog, "\"models\":[\"acme/large\"]").Strategy);
    }

    [Fact]
    public void Tools_PutWhoBreaksThemLast()
    {
        var catalog = CatalogOf(At("broken", 0), At("a", 1), At("b", 2), At("c", 3), At("d", 4), At("unknown", 0));
        var vitals = new Dictionary<string, EndpointVitals>
        {
            ["broken"] = new() { ToolSuccess = 0.4 },
            ["a"] = new() { ToolSuccess = 0.97 },
            ["b"] = new() { ToolSuccess = 0.98 },
            ["c"] = new() { ToolSuccess = 0.99 },
            ["d"] = new() { ToolSuccess = 0.99, IsUnstable = true },
        };

        var tags = Tags(catalog, Tools, vitals).Split(' ');
        Assert.Equal(["a", "b", "c"], tags[..3].Order(StringComparer.Ordinal));
        Assert.Equal(["unknown", "broken", "d"], tags[3..]);
        Assert.Equal("broken", Tags(catalog, Tools + ",\"provider\":{\"sort\":\"price\"}", vitals).Split(' ')[0]);
        Assert.Equal("broken", Tags(catalog, Tools + ",\"provider\":{\"order\":[\"broken\"]}", vitals).Split(' ')[0]);
        Assert.Equal(["broken", "d"], Tags(catalog, "", vitals, "acme/small:exacto").Split(' ')[4..]);
    }

    [Fact]
    public void Tools_SlowEndpoint_IsWorse_ButNotAmongThree()
    {
        var vitals = new Dictionary<string, EndpointVitals> { ["slow"] = Fast(10), ["a"] = Fast(98), ["b"] = Fast(100), ["c"] = Fast(102), ["new"] = Fast(5) with { Requests = 99 } };

        var four = Tags(CatalogOf(At("slow", 0), At("a"), At("b"), At("c"), At("new")), Tools, vitals).Split(' ');
        Assert.Equal(["new", "slow"], four[3..]);
        Assert.Equal("slow", Tags(CatalogOf(At("slow", 0), At("a"), At("b")), Tools, vitals).Split(' ')[0]);
    }

    [Fact]
    public void Tools_LowBenchmark_IsWorse_WithoutAnyTraffic()
    {
        var catalog = CatalogOf(Scored("poor", 0.6), Scored("a", 0.83), Scored("b", 0.85), Scored("c", 0.84), Scored("unscored", null));

        var tags = Tags(catalog, Tools).Split(' ');
        Assert.Equal(["a", "b", "c"], tags[..3].Order(StringComparer.Ordinal));
        Assert.Equal(["unscored", "poor"], tags[3..]);
        Assert.Equal("fallback: tools work worse here than elsewhere", Plan(catalog, Tools).Candidates[^1].Reason);

        // One bad signal outweighs a good one, in whichever order they come.
        Assert.EndsWith("a", Tags(catalog, Tools, new() { ["a"] = Sound(0.2), ["poor"] = Sound(0.99), ["b"] = Sound(0.98), ["c"] = Sound(0.97) }), StringComparison.Ordinal);

        static EndpointEntry Scored(string provider, double? accuracy) => At(provider, provider == "poor" ? 0.0001m : 1) with { BenchmarkAccuracy = accuracy };
        static EndpointVitals Sound(double share) => new() { ToolSuccess = share };
    }

    [Theory]
    [InlineData("acme/small:floor", "", "cheap fast")]
    [InlineData("acme/small:NITRO", "", "fast cheap")]
    [InlineData("acme/small:nitro:floor", "", "cheap fast")]
    [InlineData("acme/small:floor", "\"provider\":{\"sort\":\"throughput\"}", "fast cheap")]
    public void Variants_Sort_UnlessTheBodyDoes(string model, string members, string expected) =>
        Assert.Equal(expected, Tags(CatalogOf(At("fast", 2), At("cheap", 1)), members, new() { ["fast"] = Fast(90), ["cheap"] = Fast(10) }, model));

    [Fact]
    public void Defaults_OrderWhatSaysNothing_AndProtectAlways()
    {
        var catalog = CatalogOf(At("a", 1), At("b", 2), At("c", 3));
        var ordered = new CatalogSnapshot(catalog.Models, null) { Routing = new RoutingDefaults { Order = ["c", "b"], Ignore = ["x"] } };
        var sorted = new CatalogSnapshot(catalog.Models, null) { Routing = new RoutingDefaults { Sort = SortMetric.Price, Only = ["b", "c"] } };

        Assert.Equal("c b a", Tags(ordered));
        Assert.Equal("a b c", Tags(ordered, "\"provider\":{\"sort\":\"price\"}"));
        Assert.Equal("b c a", Tags(ordered, "\"provider\":{\"order\":[\"b\",\"c\"]}"));
        Assert.Equal("b c", Tags(sorted));
        Assert.Equal("c", Tags(sorted, "\"provider\":{\"only\":[\"a\",\"c\"]}"));
        Assert.Contains("permits only", Refusal(sorted, "\"provider\":{\"only\":[\"a\"]}").Message, StringComparison.Ordinal);
        Assert.Equal("privacy_restricted", Refusal(new CatalogSnapshot(catalog.Models, null) { Routing = new RoutingDefaults { ZeroRetention = true } }, "\"provider\":{\"zdr\":false}").Availability!.Code);
    }

    [Fact]
    public void WorkspaceSort_StandsBetweenTheRequestAndTheServer()
    {
        var catalog = new CatalogSnapshot(CatalogOf(At("a", 3), At("b", 2), At("c", 1)).Models, null) { Routing = new RoutingDefaults { Order = ["a"], Ignore = ["c"] } };

        Assert.Equal("a b", TagsOf(Of("")));
        Assert.Equal("b a", TagsOf(Of("", SortMetric.Price)));
        Assert.Equal("b a", TagsOf(Of("," + Tools, SortMetric.Price)));
        Assert.Equal("a b", TagsOf(Of(",\"provider\":{\"order\":[\"a\"]}", SortMetric.Price)));

        RoutePlan Of(string members, SortMetric? sort = null) => new RoutePlanner(new UnmeasuredVitals(), new Random(1)).Plan(
            catalog,
            new RouteQuery(GatewaySamples.Request($"{{\"model\":\"acme/small\",\"messages\":[{{\"role\":\"user\",\"content\":\"Hi\"}}]{members}}}"), Weir.Gateway.Operations.Chat.ChatOperation.Instance, GatewaySamples.Workspace)
            {
                Defaults = new WorkspaceRouting(null, null, sort),
            });
    }

    [Fact]
    public void LongPrompt_IsComparedByThePriceItHas()
    {
        var rising = At("rising", 1);
        rising = rising with { Price = rising.Price with { Overrides = [new() { MinPromptTokens = 100, Prompt = 9, Completion = 9 }] } };
        var text = string.Join(' ', Enumerable.Repeat("abcdefghi", 200));

        Assert.Equal("rising flat", Tags(CatalogOf(rising, At("flat", 2)), "\"provider\":{\"sort\":\"price\"}"));
        Assert.Equal("flat rising", Tags(CatalogOf(rising, At("flat", 2)), $"\"messages\":[{{\"role\":\"user\",\"content\":\"{text}\"}}],\"provider\":{{\"sort\":\"price\"}}"));
    }
}
