using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>The same request twice, for callers who ask for the response cache.</summary>
public sealed class ResponseCacheTests
{
    private const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    private static readonly (string, string) On = ("X-OpenRouter-Cache", "true");

    /// <summary>A path of each protocol that has the cache, and whether it is streamed.</summary>
    public static TheoryData<string, string, bool> Calls => new()
    {
        { "chat/completions", $"{{\"model\":\"sim/small\",{Hi}}}", false },
        { "chat/completions", $"{{\"model\":\"sim/small\",\"stream\":true,{Hi}}}", true },
        { "responses", """{"model":"sim/small","input":"Hi"}""", false },
        { "responses", """{"model":"sim/small","stream":true,"input":"Hi"}""", true },
        { "messages", $"{{\"model\":\"sim/small\",\"max_tokens\":50,{Hi}}}", false },
        { "messages", $"{{\"model\":\"sim/small\",\"max_tokens\":50,\"stream\":true,{Hi}}}", true },
        { "embeddings", """{"model":"sim/embedding","input":"Hi"}""", false },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Hit_SaysTheSameForNothing(string path, string body, bool streamed)
    {
        await using var server = await TestServer.StartAsync();

        using var first = await PostAsync(server, path, body, On);
        var firstText = await first.Content.ReadAsStringAsync();
        using var second = await PostAsync(server, path, body, On, ("X-OpenRouter-Metadata", "enabled"));
        var secondText = await second.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "MISS", "300"), (first.StatusCode, Header(first, "Status"), Header(first, "TTL")));
        Assert.Equal((HttpStatusCode.OK, "HIT", "0"), (second.StatusCode, Header(second, "Status"), Header(second, "Age")));
        Assert.InRange(int.Parse(Header(second, "TTL")!, CultureInfo.InvariantCulture), 290, 300);
        Assert.Equal((null, Id(first)), (Header(first, "Source-Id"), Header(second, "Source-Id")));
        Assert.NotEqual(Id(first), Id(second));
        Assert.Equal(streamed, second.Content.Headers.ContentType!.MediaType == "text/event-stream");
        Assert.Contains(Id(second), secondText, StringComparison.Ordinal);
        Assert.DoesNotContain(Id(first), secondText, StringComparison.Ordinal);
        Assert.DoesNotContain("openrouter_metadata", secondText, StringComparison.Ordinal);
        Assert.Equal(Said(firstText), Said(secondText));
        Assert.Contains("\"cost\":0,", secondText, StringComparison.Ordinal);
        Assert.DoesNotMatch("_tokens\":[1-9]", secondText);

        var record = await server.GenerationOfAsync(second);
        Assert.Equal(Id(first), record.GetProperty("response_cache_source_id").GetString());
        Assert.Equal("0", record.GetProperty("total_cost").GetRawText());
        Assert.Equal((0, 0), (record.GetProperty("tokens_prompt").GetInt32(), record.GetProperty("provider_responses").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, (await server.GenerationOfAsync(first)).GetProperty("response_cache_source_id").ValueKind);
    }

    [Fact]
    public async Task Hit_CallsNobodyAndIsInTheTrace()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);
        const string Body = $"{{\"stream\":true,{Hi}}}";

        using var first = await server.ChatAsync(Body, null, On);
        _ = await first.Content.ReadAsStringAsync();
        using var second = await server.ChatAsync("{ \"stream\" : true,\n" + Hi + "}", null, On);
        var (events, hasEnd) = await Sse.ReadAsync(second);

        Assert.Single(upstream.Requests);
        Assert.Equal(("Hello world", true), (Sse.Text(events), hasEnd));
        Assert.Equal("Acme 0", events[0].GetProperty("provider").GetString());
        var record = await server.GenerationOfAsync(second);
        var span = Assert.Single(await server.SpansAsync(record.GetProperty("trace_id").GetString()!, 1));
        Assert.Equal(Id(first), span.GetProperty("attributes").GetProperty("weir.response_cache.source_id").GetString());
        var metrics = await (await server.SendAsync(HttpMethod.Get, "/metrics", key: null)).Content.ReadAsStringAsync();
        Assert.Matches("weir_gateway_response_cache_lookups[^\n]*result=\"hit\"[^\n]* 1\\b", metrics);
    }

    [Fact]
    public async Task OtherRequests_AreMisses()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"other"}""");
        var otherKey = (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString();
        using var first = await server.ChatAsync($"{{{Hi},\"seed\":1}}", null, On);

        using var withoutHeader = await server.ChatAsync($"{{{Hi},\"seed\":1}}");
        using var off = await server.ChatAsync($"{{{Hi},\"seed\":1}}", null, ("X-OpenRouter-Cache", "false"));
        using var ofOtherKey = await server.ChatAsync($"{{{Hi},\"seed\":1}}", otherKey, On);
        using var inOtherOrder = await server.ChatAsync($"{{\"seed\":1,{Hi}}}", null, On);

        Assert.Equal((null, null), (Header(withoutHeader, "Status"), Header(off, "Status")));
        Assert.Equal(("MISS", "MISS"), (Header(ofOtherKey, "Status"), Header(inOtherOrder, "Status")));
        Assert.Equal(5, upstream.Requests.Count);
    }

    [Fact]
    public async Task Clear_AsksAgainAndKeepsTheNewAnswer()
    {
        var count = 0;
        await using var upstream = await FakeUpstream.StartAsync(context =>
            FakeUpstream.Json(200, Chunks.Completion.Replace("Hello world", $"Answer {++count}", StringComparison.Ordinal))(context));
        await using var server = await TestServer.StartAsync(upstream);
        using var first = await server.ChatAsync($"{{{Hi}}}", null, On);

        using var cleared = await server.ChatAsync($"{{{Hi}}}", null, On, ("X-OpenRouter-Cache-Clear", "true"), ("X-OpenRouter-Cache-TTL", "60abc"));
        using var again = await server.ChatAsync($"{{{Hi}}}", null, On);

        Assert.Equal(("MISS", "60"), (Header(cleared, "Status"), Header(cleared, "TTL")));
        Assert.Equal("HIT", Header(again, "Status"));
        Assert.Contains("Answer 2", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterItsTime_IsAMiss()
    {
        var time = new ShiftedTime();
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), adjust: options => options with { Time = time });
        using var first = await server.ChatAsync($"{{{Hi}}}", null, On, ("X-OpenRouter-Cache-TTL", "100"));

        time.Shift = TimeSpan.FromSeconds(40);
        using var hit = await server.ChatAsync($"{{{Hi}}}", null, On);
        time.Shift = TimeSpan.FromSeconds(101);
        using var miss = await server.ChatAsync($"{{{Hi}}}", null, On);

        Assert.Equal("HIT", Header(hit, "Status"));
        Assert.InRange(int.Parse(Header(hit, "Age")!, CultureInfo.InvariantCulture), 40, 45);
        Assert.InRange(int.Parse(Header(hit, "TTL")!, CultureInfo.InvariantCulture), 55, 60);
        Assert.Equal("MISS", Header(miss, "Status"));
    }

    public static TheoryData<string, string[]> IncompleteAnswers => new()
    {
        { "cut", [Chunks.Role, Chunks.Text("Hel")] },
        { "no finish reason", [Chunks.Role, Chunks.Text("Hel"), Chunks.Usage, Chunks.Done] },
        { "error event", [Chunks.Role, Chunks.Text("Hel"), """{"error":{"message":"broke","code":500}}"""] },
        { "finish reason error", [Chunks.Role, Chunks.Text("Hel"), Chunks.Stop.Replace("\"stop\"", "\"error\"", StringComparison.Ordinal), Chunks.Usage, Chunks.Done] },
    };

    [Theory]
    [MemberData(nameof(IncompleteAnswers))]
    public async Task IncompleteAnswer_IsNotKept(string what, string[] events)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(events));
        await using var server = await TestServer.StartAsync(upstream);

        for (var round = 0; round < 2; round++)
        {
            using var response = await server.ChatAsync($"{{\"stream\":true,{Hi}}}", null, On);
            _ = await response.Content.ReadAsStringAsync();

            Assert.True(Header(response, "Status") == "MISS", what);
        }
    }

    [Fact]
    public async Task Error_IsNotKept()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, """{"error":{"message":"no"}}"""));
        await using var server = await TestServer.StartAsync(upstream);
        using var first = await server.ChatAsync($"{{{Hi}}}", null, On);

        using var second = await server.ChatAsync($"{{{Hi}}}", null, On);

        Assert.Equal((HttpStatusCode.BadRequest, "MISS"), (second.StatusCode, Header(second, "Status")));
    }

    [Fact]
    public async Task ToolCalls_AreKept()
    {
        const string Call = """{"id":"up-9","object":"chat.completion","created":5,"model":"small-1","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Call));
        await using var server = await TestServer.StartAsync(upstream);
        using var first = await server.ChatAsync($"{{{Hi}}}", null, On);

        using var second = await server.ChatAsync($"{{{Hi}}}", null, On);
        var choice = (await TestServer.ReadJsonAsync(second)).GetProperty("choices")[0];

        Assert.Equal("HIT", Header(second, "Status"));
        Assert.Equal("c1", choice.GetProperty("message").GetProperty("tool_calls")[0].GetProperty("id").GetString());
        Assert.Equal("tool_calls", choice.GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task Hit_IsRefusedToWhoMayNotCall()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"k"}""");
        var key = await TestServer.ReadJsonAsync(made);
        var text = key.GetProperty("key").GetString();
        using var first = await server.ChatAsync($"{{{Hi}}}", text, On);
        using var limited = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{key.GetProperty("data").GetProperty("hash").GetString()}", server.ManagementKey, """{"limit":0.00001}""");

        using var overLimit = await server.ChatAsync($"{{{Hi}}}", text, On);
        using var disabled = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{key.GetProperty("data").GetProperty("hash").GetString()}", server.ManagementKey, """{"disabled":true}""");
        using var second = await server.ChatAsync($"{{{Hi}}}", text, On);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PaymentRequired), (first.StatusCode, overLimit.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
    }

    [Fact]
    public async Task WithoutRoom_NothingIsKept()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl).Replace("{ \"providers\"", "{ \"cache\": { \"max_mb\": 0 }, \"providers\"", StringComparison.Ordinal));
        using var first = await server.ChatAsync($"{{{Hi}}}", null, On);

        using var second = await server.ChatAsync($"{{{Hi}}}", null, On);

        Assert.Equal("MISS", Header(second, "Status"));
    }

    [Fact]
    public async Task Browsers_MayReadTheHeaders()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await PostAsync(server, "embeddings", """{"model":"sim/embedding","input":"Hi"}""", On, ("Origin", "http://app.example"));

        var exposed = string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers"));
        foreach (var name in (string[])["Status", "Age", "TTL", "Source-Id"])
        {
            Assert.Contains($"X-OpenRouter-Cache-{name}", exposed, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(TestServer server, string path, string body, params (string, string)[] headers) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/" + path, server.InferenceKey, body, headers);

    private static string Id(HttpResponseMessage response) => response.Headers.GetValues("X-Generation-Id").Single();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues("X-OpenRouter-Cache-" + name, out var values) ? values.Single() : null;

    // The words of an answer in any protocol, streamed or not, and vectors.
    private static string Said(string text)
    {
        var said = new StringBuilder();
        foreach (var line in text.Split('\n').Select(line => line.StartsWith("data: ", StringComparison.Ordinal) ? line["data: ".Length..] : line).Where(line => line.StartsWith('{')))
        {
            using var document = JsonDocument.Parse(line);
            Collect(document.RootElement, said);
        }

        return said.ToString();
    }

    private static void Collect(JsonElement value, StringBuilder said)
    {
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
        {
            Collect(item, said);
        }

        foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default)
        {
            if (member.Name is "content" or "text" or "delta" or "embedding" or "finish_reason" or "stop_reason" && member.Value.ValueKind is not JsonValueKind.Object)
            {
                _ = said.Append(member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : "");
                _ = said.Append(member.Name == "embedding" ? member.Value.GetRawText() : "");
            }

            Collect(member.Value, said);
        }
    }
}
