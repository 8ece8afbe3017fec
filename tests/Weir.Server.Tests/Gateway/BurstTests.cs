using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>More and longer prompts at once than there is room for in memory.</summary>
public sealed class BurstTests
{
    private const int PromptBytes = 600_000;
    private const int Prompts = 30;

    // Of the thirty, eighteen MB, six fit at a time.
    private const long Room = 4_000_000;

    private const string Answer =
        """{"id":"up-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}""";

    [Fact]
    public async Task Prompts_BeyondTheRoom_AreAllSentWhole_Once()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Answer));
        await using var server = await TestServer.StartAsync(Config(upstream), adjust: options => options with { BodyBytes = Room });

        var statuses = await Task.WhenAll(Enumerable.Range(0, 2 * Prompts).Select(number => CallAsync(server, number)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(
            Enumerable.Range(0, 2 * Prompts).Select(Prompt).Order(StringComparer.Ordinal),
            upstream.Requests.Select(PromptOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Prompts_WhoseModelThinks_KeepNobodyWaiting()
    {
        var thought = new TaskCompletionSource();
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            await thought.Task;
            await FakeUpstream.Json(200, Answer)(context);
        });
        await using var server = await TestServer.StartAsync(Config(upstream), adjust: options => options with { BodyBytes = Room });
        var calls = Enumerable.Range(0, Prompts).Select(number => CallAsync(server, number)).ToArray();

        // All of them have been sent to the model, although it has not answered one.
        for (var tries = 0; upstream.Requests.Count < Prompts; tries++)
        {
            Assert.True(tries < 1_200, $"After two minutes the model has been asked {upstream.Requests.Count} of {Prompts} times.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(calls, call => call.IsCompleted);
        thought.SetResult();
        Assert.All(await Task.WhenAll(calls), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private static string Config(FakeUpstream upstream) => $$"""
        { "providers": { "acme": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key": "secret" } },
          "models": { "acme/small": { "context_length": 1000000, "endpoints": [ { "provider": "acme", "upstream_model": "small", "pricing": { "prompt": "0", "completion": "0" } } ] } } }
        """;

    private static string Prompt(int number) => $"{number} ".PadRight(PromptBytes, 'x');

    private static async Task<HttpStatusCode> CallAsync(TestServer server, int number)
    {
        using var response = await server.ChatAsync($$"""{"model":"acme/small","messages":[{"role":"user","content":"{{Prompt(number)}}"}]}""");
        _ = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static string PromptOf(ReceivedRequest request)
    {
        using var json = JsonDocument.Parse(request.Body);
        return json.RootElement.GetProperty("messages")[0].GetProperty("content").GetString()!;
    }
}
