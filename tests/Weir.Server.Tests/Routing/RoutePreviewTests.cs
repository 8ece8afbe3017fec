using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Routing;

/// <summary>What would become of a request, and that asking for it leaves nothing behind.</summary>
public sealed class RoutePreviewTests
{
    private const string Body = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"max_tokens":100}""";

    [Fact]
    public async Task Preview_ShowsThePlan_AndDoesNothing()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));

        using var response = await server.SendAsync(HttpMethod.Post, "/api/weir/route", server.InferenceKey, Body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Generation-Id"));
        var preview = (await TestServer.ReadJsonAsync(response)).GetProperty("data");
        Assert.True(preview.GetProperty("would_be_sent").GetBoolean());
        Assert.Equal(["guard", "prepare", "route", "admit"], Names(preview));
        Assert.Equal(["acme0", "acme1"], preview.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("tag").GetString()));
        Assert.Equal("listed in provider.order", preview.GetProperty("candidates")[0].GetProperty("reason").GetString());

        // 100 tokens of output at 2 millionths, and a prompt that has fewer tokens than its body has bytes.
        Assert.Equal(100, preview.GetProperty("output_tokens_bound").GetInt64());
        Assert.Equal(Body.Length, preview.GetProperty("prompt_tokens_bound").GetInt64());
        Assert.Equal((Body.Length * 0.000001m) + 0.0002m, preview.GetProperty("cost_bound").GetDecimal());
        Assert.Empty(first.Requests);
        Assert.Empty(second.Requests);
        Assert.Empty((await server.GetJsonAsync("/api/weir/traces")).GetProperty("data").EnumerateArray());
        Assert.Equal(0m, (await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("usage").GetDecimal());
        Assert.Empty((await server.GetJsonAsync("/api/weir/endpoints/health")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Preview_TakesNoHold_HoweverOftenItIsAsked()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        var key = await KeyAsync(server, "0.0004");
        var needed = (await PreviewAsync(server, Body, key)).GetProperty("cost_bound").GetDecimal();
        Assert.InRange(needed, 0.0002m, 0.0004m);

        for (var times = 0; times < 20; times++)
        {
            Assert.True((await PreviewAsync(server, Body, key)).GetProperty("would_be_sent").GetBoolean());
        }

        using var call = await server.ChatAsync(Body, key);
        Assert.Equal(HttpStatusCode.OK, call.StatusCode);
    }

    [Fact]
    public async Task Preview_SaysWhatTheCallWouldBeRefusedWith()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        var key = await KeyAsync(server, "0.0001");

        var preview = await PreviewAsync(server, Body, key);
        using var call = await server.ChatAsync(Body, key);

        var admit = preview.GetProperty("stages")[3];
        Assert.False(preview.GetProperty("would_be_sent").GetBoolean());
        Assert.Equal(("admit", false, 402), (admit.GetProperty("name").GetString(), admit.GetProperty("passes").GetBoolean(), admit.GetProperty("status").GetInt32()));
        Assert.Equal(HttpStatusCode.PaymentRequired, call.StatusCode);
        Assert.Equal((await TestServer.ReadJsonAsync(call)).GetProperty("error").GetProperty("message").GetString(), admit.GetProperty("message").GetString());
        Assert.Empty(upstream.Requests);
    }

    [Theory]
    [InlineData(""","provider":{"only":["acme1"]}""", "acme1", "acme0", "provider.only")]
    [InlineData(""","provider":{"allow_fallbacks":false}""", "acme0", "acme1", "provider.allow_fallbacks")]
    [InlineData(""","provider":{"ignore":["acme0"]}""", "acme1", "acme0", "provider.ignore")]
    public async Task Preview_SaysWhoIsLeftOut_AndWhy(string members, string asked, string leftOut, string field)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl, upstream.BaseUrl));

        var preview = await PreviewAsync(server, Body[..^1] + members + "}", server.InferenceKey);

        Assert.Equal(asked, preview.GetProperty("candidates").EnumerateArray().Single().GetProperty("tag").GetString());
        var out1 = preview.GetProperty("left_out").EnumerateArray().Single();
        Assert.Equal((leftOut, field), (out1.GetProperty("tag").GetString(), out1.GetProperty("field").GetString()));
        Assert.NotEmpty(out1.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Preview_OfNobodyWhoMayAnswer_IsAnAnswer()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        var unknown = await PreviewAsync(server, Body.Replace("acme/small", "no/such", StringComparison.Ordinal), server.InferenceKey);
        var dear = await PreviewAsync(server, Body[..^1] + ""","provider":{"max_price":{"prompt":0.0001}}}""", server.InferenceKey);

        Assert.Equal(400, unknown.GetProperty("stages")[2].GetProperty("status").GetInt32());
        Assert.Empty(unknown.GetProperty("candidates").EnumerateArray());
        Assert.Equal(404, dear.GetProperty("stages")[2].GetProperty("status").GetInt32());
        Assert.Equal("acme0", dear.GetProperty("left_out").EnumerateArray().Single().GetProperty("tag").GetString());
        Assert.Equal(JsonValueKind.Null, dear.GetProperty("cost_bound").ValueKind);
    }

    [Fact]
    public async Task Preview_OfWhatIsNoRequest_IsRefused_AndSoIsWhoHasNoKey()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var broken = await server.SendAsync(HttpMethod.Post, "/api/weir/route", server.InferenceKey, "{\"model\":");
        using var nobody = await server.SendAsync(HttpMethod.Post, "/api/weir/route", key: null, Body);

        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task Preview_ForAnotherKey_IsForWhoManages()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        var key = await KeyAsync(server, "0.0001");
        var hash = (await server.GetJsonAsync("/api/v1/keys", server.ManagementKey)).GetProperty("data").EnumerateArray()
            .Single(row => row.GetProperty("name").GetString() == "short").GetProperty("hash").GetString();

        using var asManager = await server.SendAsync(HttpMethod.Post, $"/api/weir/route?key_hash={hash}", server.ManagementKey, Body);
        using var asAnother = await server.SendAsync(HttpMethod.Post, $"/api/weir/route?key_hash={hash}", server.InferenceKey, Body);
        using var ofNobody = await server.SendAsync(HttpMethod.Post, $"/api/weir/route?key_hash={new string('0', 64)}", server.ManagementKey, Body);

        Assert.NotEmpty(key);
        Assert.Equal(402, (await TestServer.ReadJsonAsync(asManager)).GetProperty("data").GetProperty("stages")[3].GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, asAnother.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, ofNobody.StatusCode);
    }

    private static IEnumerable<string?> Names(JsonElement preview) => preview.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("name").GetString());

    private static async Task<JsonElement> PreviewAsync(TestServer server, string body, string key)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/api/weir/route", key, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await TestServer.ReadJsonAsync(response)).GetProperty("data");
    }

    private static async Task<string> KeyAsync(TestServer server, string limit)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, $$"""{"name":"short","limit":{{limit}}}""");
        return (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
    }
}
