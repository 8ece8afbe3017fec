using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A conversation stays with the endpoint that served it, and answers that gave nothing cost nothing.</summary>
public sealed class StickyRoutingTests
{
    private const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
    private const string Bye = "\"messages\":[{\"role\":\"user\",\"content\":\"Bye\"}]";

    private static string Config(params string[] baseUrls) =>
        TestServer.Config("", baseUrls).Replace("\"prompt\": \"0.000001\"", "\"prompt\": \"0.000001\", \"input_cache_read\": \"0.0000001\"", StringComparison.Ordinal);

    [Fact]
    public async Task Session_StaysWithTheFallbackThatAnswered()
    {
        var isDown = true;
        await using var first = await FakeUpstream.StartAsync(context => (isDown ? FakeUpstream.Json(503, "{}") : FakeUpstream.Json(200, Chunks.Completion))(context));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(Config(first.BaseUrl, second.BaseUrl));
        Assert.Equal("Acme 1", await ProviderAsync(server, $"{{\"session_id\":\"s1\",{Hi}}}"));
        isDown = false;

        Assert.Equal("Acme 1", await ProviderAsync(server, $"{{\"session_id\":\"s1\",{Bye}}}"));
        Assert.Equal("Acme 1", await ProviderAsync(server, $"{{{Bye}}}", ("x-session-id", "s1")));
        Assert.Equal("Acme 0", await ProviderAsync(server, $"{{\"session_id\":\"s2\",{Hi}}}"));
        Assert.Equal("Acme 0", await ProviderAsync(server, $"{{{Hi}}}"));
    }

    [Theory]
    [InlineData(0, "Acme 0")]
    [InlineData(8, "Acme 1")]
    public async Task SameBeginning_StaysWhereACacheWasUsed(int cached, string expected)
    {
        var isDown = true;
        var completion = Chunks.Completion.Replace("\"total_tokens\":14", $"\"total_tokens\":14,\"prompt_tokens_details\":{{\"cached_tokens\":{cached}}}", StringComparison.Ordinal);
        await using var first = await FakeUpstream.StartAsync(context => (isDown ? FakeUpstream.Json(503, "{}") : FakeUpstream.Json(200, completion))(context));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(200, completion));
        await using var server = await TestServer.StartAsync(Config(first.BaseUrl, second.BaseUrl));
        Assert.Equal("Acme 1", await ProviderAsync(server, $"{{{Hi}}}"));
        isDown = false;

        Assert.Equal(expected, await ProviderAsync(server, $"{{{Hi},\"temperature\":0.5}}"));
        Assert.Equal("Acme 0", await ProviderAsync(server, $"{{{Bye}}}"));
    }

    [Theory]
    [InlineData("error", 4)]
    [InlineData("", 0)]
    public async Task AnswerThatGaveNothing_CostsNothing(string finishReason, int tokens)
    {
        var completion = Chunks.Completion
            .Replace("\"finish_reason\":\"stop\"", $"\"finish_reason\":\"{finishReason}\"", StringComparison.Ordinal)
            .Replace("\"completion_tokens\":4", $"\"completion_tokens\":{tokens}", StringComparison.Ordinal);
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync($"{{{Hi}}}");
        var usage = (await TestServer.ReadJsonAsync(response)).GetProperty("usage");
        var record = await server.GenerationOfAsync(response);

        Assert.Equal(("0", 10), (usage.GetProperty("cost").GetRawText(), usage.GetProperty("prompt_tokens").GetInt32()));
        Assert.Equal(("0", tokens), (record.GetProperty("total_cost").GetRawText(), record.GetProperty("tokens_completion").GetInt32()));
    }

    private static async Task<string?> ProviderAsync(TestServer server, string body, params (string, string)[] headers)
    {
        using var response = await server.ChatAsync(body, null, headers);
        return (await TestServer.ReadJsonAsync(response)).GetProperty("provider").GetString();
    }
}
