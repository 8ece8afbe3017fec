using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>How a request was routed, for callers who ask for it.</summary>
public sealed class RouterMetadataTests
{
    private const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
    private const string Member = "openrouter_metadata";

    private static readonly (string, string) Enabled = ("X-OpenRouter-Metadata", "Enabled");

    [Theory]
    [InlineData("chat/completions", $"{{{Hi}}}")]
    [InlineData("completions", """{"prompt":"Hi"}""")]
    [InlineData("responses", """{"input":"Hi"}""")]
    [InlineData("messages", $"{{\"max_tokens\":9,{Hi}}}")]
    public async Task Body_SaysWhoWasAskedAndWhoAnswered(string path, string body)
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"down"}}"""));
        await using var up = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(TestServer.Config("", down.BaseUrl, up.BaseUrl));

        using var response = await PostAsync(server, path, body.Insert(1, "\"model\":\"acme/small\","), Enabled);
        var metadata = (await TestServer.ReadJsonAsync(response)).GetProperty(Member);

        Check(metadata);
    }

    [Theory]
    [InlineData("chat/completions", $"{{\"stream\":true,{Hi}}}")]
    [InlineData("completions", """{"stream":true,"prompt":"Hi"}""")]
    [InlineData("responses", """{"stream":true,"input":"Hi"}""")]
    [InlineData("messages", $"{{\"stream\":true,\"max_tokens\":9,{Hi}}}")]
    public async Task Stream_SaysItOnceAtItsEnd(string path, string body)
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"down"}}"""));
        await using var up = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(TestServer.Config("", down.BaseUrl, up.BaseUrl));

        using var response = await PostAsync(server, path, body.Insert(1, "\"model\":\"acme/small\","), Enabled);
        var text = await response.Content.ReadAsStringAsync();
        var last = JsonElement.Parse(text.Split('\n').Last(line => line.StartsWith("data: {", StringComparison.Ordinal))["data: ".Length..]);

        Assert.Equal(2, text.Split(Member).Length);
        Check(path == "responses" ? last.GetProperty("response").GetProperty(Member) : last.GetProperty(Member));
        Assert.True(path != "messages" || last.GetProperty("type").GetString() == "message_stop");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("disabled")]
    [InlineData("true")]
    public async Task NotAsked_IsNotSaid(string? value)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await PostAsync(server, "chat/completions", $"{{\"model\":\"sim/small\",{Hi}}}", value is null ? [] : [("X-OpenRouter-Metadata", value)]);

        Assert.DoesNotContain(Member, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpstreamsOwn_DoesNotPass()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion.Replace("\"x_vendor\"", $"\"{Member}\"", StringComparison.Ordinal)));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync($"{{{Hi}}}");

        Assert.DoesNotContain(Member, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat/completions", $"{{{Hi}}}")]
    [InlineData("responses", """{"input":"Hi"}""")]
    [InlineData("messages", $"{{\"max_tokens\":9,{Hi}}}")]
    public async Task Error_CarriesItBesideTheError(string path, string body)
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"down"}}"""));
        await using var server = await TestServer.StartAsync(down);

        using var response = await PostAsync(server, path, body, ("X-OpenRouter-Experimental-Metadata", "enabled"));
        var answer = await TestServer.ReadJsonAsync(response);
        var metadata = answer.GetProperty(Member);

        Assert.True(answer.TryGetProperty("error", out _));
        Assert.Equal(("acme/small", 1, "available=1, selected=none"), (metadata.GetProperty("requested").GetString(), metadata.GetProperty("attempt").GetInt32(), metadata.GetProperty("summary").GetString()));
        Assert.False(metadata.GetProperty("endpoints").GetProperty("available")[0].GetProperty("selected").GetBoolean());
        Assert.Equal(503, metadata.GetProperty("attempts")[0].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task UnknownModel_ReachedNobody()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await PostAsync(server, "chat/completions", $"{{\"model\":\"no/such\",{Hi}}}", Enabled);
        var metadata = (await TestServer.ReadJsonAsync(response)).GetProperty(Member);

        Assert.Equal(("no/such", 0, 0), (metadata.GetProperty("requested").GetString(), metadata.GetProperty("attempt").GetInt32(), metadata.GetProperty("endpoints").GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("chat/completions", $"{{\"stream\":true,{Hi}}}")]
    [InlineData("responses", """{"stream":true,"input":"Hi"}""")]
    [InlineData("messages", $"{{\"stream\":true,\"max_tokens\":9,{Hi}}}")]
    public async Task BrokenStream_CarriesItInItsError(string path, string body)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel")));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await PostAsync(server, path, body, Enabled);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(2, text.Split(Member).Length);
        Assert.Contains("\"error\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimitAndAuthentication_DoNotCarryIt()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(429, """{"error":{"message":"slow down"}}"""));
        await using var server = await TestServer.StartAsync(upstream);

        using var limited = await PostAsync(server, "chat/completions", $"{{{Hi}}}", Enabled);
        using var unknown = await server.SendAsync(HttpMethod.Post, "/api/v1/chat/completions", "sk-or-v1-wrong", $"{{{Hi}}}", Enabled);

        Assert.Equal((429, 401), ((int)limited.StatusCode, (int)unknown.StatusCode));
        Assert.DoesNotContain(Member, await limited.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Member, await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Check(JsonElement metadata)
    {
        Assert.Equal(("acme/small", "available=2, selected=Acme 1", 2), (metadata.GetProperty("requested").GetString(), metadata.GetProperty("summary").GetString(), metadata.GetProperty("attempt").GetInt32()));
        Assert.Equal(JsonValueKind.Null, metadata.GetProperty("region").ValueKind);
        Assert.False(metadata.GetProperty("is_byok").GetBoolean());
        var endpoints = metadata.GetProperty("endpoints");
        Assert.Equal(2, endpoints.GetProperty("total").GetInt32());
        Assert.Equal([("Acme 0", false), ("Acme 1", true)], endpoints.GetProperty("available").EnumerateArray().Select(one => (one.GetProperty("provider").GetString(), one.GetProperty("selected").GetBoolean())));
        Assert.Equal([("Acme 0", 503), ("Acme 1", 200)], metadata.GetProperty("attempts").EnumerateArray().Select(one => (one.GetProperty("provider").GetString(), one.GetProperty("status").GetInt32())));
        Assert.Contains("dispatch", metadata.GetProperty("weir").GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("name").GetString()));
    }

    private static Task<HttpResponseMessage> PostAsync(TestServer server, string path, string body, params (string, string)[] headers) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/" + path, server.InferenceKey, body, headers);
}
