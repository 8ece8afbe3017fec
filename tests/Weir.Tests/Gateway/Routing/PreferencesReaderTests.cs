using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Routing;

/// <summary>What a request says about who may answer it.</summary>
public sealed class PreferencesReaderTests
{
    [Fact]
    public void Read_EveryMember_GivesItsValue()
    {
        var read = Read("""
            {"order":["a","b/turbo"],"only":["a"],"ignore":["c"],"allow_fallbacks":false,"require_parameters":true,"data_collection":"deny","zdr":true,
             "enforce_distillable_text":true,"quantizations":["fp8","BF16"],"sort":{"by":"latency","partition":"none"},"preferred_min_throughput":50,
             "preferred_max_latency":{"p50":1,"p99":2.5},"max_price":{"prompt":0.5,"completion":"1.5e0","image":"0.01","audio":1,"request":0},
             "options":{"acme":{"x":1}},"mid_stream":"continue","something_new":7}
            """);

        Assert.Equal(["a", "b/turbo"], read.Order);
        Assert.Equal(["a"], read.Only);
        Assert.Equal(["c"], read.Ignore);
        Assert.Equal((false, true, true, true, true), (read.AllowFallbacks, read.RequireParameters, read.DenyDataCollection, read.ZeroRetention, read.Distillable));
        Assert.Equal(["fp8", "BF16"], read.Quantizations);
        Assert.Equal((SortMetric.Latency, true), (read.Sort, read.AcrossModels));
        Assert.Equal((new PercentileBounds(50), new PercentileBounds(1, P99: 2.5)), (read.MinThroughput, read.MaxLatency));
        Assert.Equal(new PriceCeiling(0.5m, 1.5m, 0.01m, 1, 0), read.MaxPrice);
        Assert.Equal(MidStreamPolicy.Continue, read.MidStream);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"order":null,"only":null,"ignore":null,"allow_fallbacks":null,"require_parameters":null,"data_collection":null,"zdr":null,"sort":null,"quantizations":null,"preferred_min_throughput":null,"preferred_max_latency":null,"max_price":null,"mid_stream":null,"enforce_distillable_text":null}""")]
    [InlineData("""{"sort":{"by":null,"partition":null},"order":[],"data_collection":"allow","allow_fallbacks":true}""")]
    public void Read_NothingSaid_IsNoPreference(string provider)
    {
        var read = Read(provider);

        Assert.Equal((true, false, false, null, false, null), (read.AllowFallbacks, read.RequireParameters, read.DenyDataCollection, read.Sort, read.AcrossModels, read.MaxPrice));
        Assert.True(read.Order.IsEmpty && read.Only.IsEmpty && read.Ignore.IsEmpty && read.Quantizations.IsEmpty);
        Assert.Equal((null, null, null), (read.MinThroughput, read.MaxLatency, read.MidStream));
    }

    [Theory]
    [InlineData("\"acme\"", "'provider' is a string; it must be an object, for example {\"order\":[\"acme\"]}.")]
    [InlineData("""{"order":"acme"}""", "'provider.order' is a string; it must be a list of strings, for example [\"acme\"].")]
    [InlineData("""{"only":[1]}""", "'provider.only' is a list; it must be a list of strings")]
    [InlineData("""{"zdr":"yes"}""", "'provider.zdr' is a string; it must be true or false.")]
    [InlineData("""{"data_collection":"never"}""", "'provider.data_collection' is \"never\"; it must be one of allow, deny.")]
    [InlineData("""{"sort":"cheap"}""", "'provider.sort' is \"cheap\"; it must be one of price, throughput, latency, exacto.")]
    [InlineData("""{"sort":{"by":"cheap"}}""", "'provider.sort.by' is \"cheap\"; it must be one of price")]
    [InlineData("""{"sort":{"partition":"all"}}""", "'provider.sort.partition' is \"all\"; it must be one of model, none.")]
    [InlineData("""{"sort":3}""", "'provider.sort' is a number; it must be one of price, throughput, latency, exacto, or an object")]
    [InlineData("""{"quantizations":["fp9"]}""", "'provider.quantizations' names \"fp9\"; it can name int4, int8")]
    [InlineData("""{"preferred_max_latency":"1"}""", "'provider.preferred_max_latency' is a string; it must be a number of seconds")]
    [InlineData("""{"preferred_min_throughput":-1}""", "'provider.preferred_min_throughput' is a number; it must be a number of tokens a second, 0 or more")]
    [InlineData("""{"preferred_max_latency":{"p90":"1"}}""", "'provider.preferred_max_latency.p90' is a string; it must be a number, 0 or more.")]
    [InlineData("""{"max_price":1}""", "'provider.max_price' is a number; it must be an object")]
    [InlineData("""{"max_price":{"prompt":"cheap"}}""", "'provider.max_price.prompt' is a string; it must be a price in dollars")]
    [InlineData("""{"max_price":{"prompt":-1}}""", "'provider.max_price.prompt' is a number; it must be a price in dollars, 0 or more")]
    [InlineData("""{"mid_stream":"stop"}""", "'provider.mid_stream' is \"stop\"; it must be one of error, continue.")]
    public void Read_WrongValue_IsNamed(string provider, string problem)
    {
        var refused = Assert.Throws<GatewayException>(() => Read(provider));

        Assert.Equal(400, refused.Error.Status);
        Assert.Contains(problem, refused.Error.Message, StringComparison.Ordinal);
    }

    private static RoutePreferences Read(string provider) => PreferencesReader.Read(GatewaySamples.Request($$"""{{{RouteSamples.Hi}},"provider":{{provider}}}"""));
}
