using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.AspNetCore.Http;
using OpenAI;
using OpenAI.Chat;
using Weir.Server.Tests.Testing;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>The official OpenAI .NET client over each upstream dialect, which answers as its golden cases say.</summary>
public sealed class OpenAIClientDialectTests
{
    [Theory]
    [InlineData("openai", "whole-answer")]
    [InlineData("azure-openai", "whole-answer")]
    [InlineData("openai-responses", "whole-text")]
    [InlineData("anthropic", "whole-text")]
    [InlineData("gemini", "grounded-whole")]
    [InlineData("bedrock", "whole")]
    [InlineData("cohere", "whole-answer")]
    [InlineData("ollama", "whole-answer")]
    public async Task CompleteChat_Answers(string dialect, string golden)
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(dialect, golden));
        await using var server = await StartAsync(dialect, upstream);

        var completion = (await Client(server).CompleteChatAsync("Hi")).Value;

        Assert.NotEqual(0, completion.Content.Count + completion.ToolCalls.Count);
        Assert.Equal("acme/small", completion.Model);
        Assert.True(completion.Usage.TotalTokenCount > 0);
    }

    [Theory]
    [InlineData("openai", "reasoning-content-streamed")]
    [InlineData("azure-openai", "stream-text")]
    [InlineData("openai-responses", "stream-text")]
    [InlineData("anthropic", "stream-text")]
    [InlineData("gemini", "text-streamed")]
    [InlineData("bedrock", "stream")]
    [InlineData("cohere", "text-streamed")]
    [InlineData("ollama", "text-streamed")]
    public async Task CompleteChatStreaming_YieldsTextReasonAndUsage(string dialect, string golden)
    {
        await using var upstream = await FakeUpstream.StartAsync(Answer(dialect, golden));
        await using var server = await StartAsync(dialect, upstream);
        var text = "";
        ChatFinishReason? reason = null;
        ChatTokenUsage? usage = null;

        await foreach (var update in Client(server).CompleteChatStreamingAsync("Hi"))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            reason = update.FinishReason ?? reason;
            usage = update.Usage ?? usage;
        }

        Assert.NotEmpty(text);
        Assert.NotNull(reason);
        Assert.True(usage!.TotalTokenCount > 0);
    }

    // The file is what the vendor would send.
    private static Func<HttpContext, Task> Answer(string dialect, string golden) => async context =>
    {
        var folder = Path.Combine(Repository.Root, "tests", "golden", "providers", dialect, golden);
        var file = Directory.GetFiles(folder, "answer.*").Single();
        var isFrames = file.EndsWith(".events", StringComparison.Ordinal);
        context.Response.ContentType = isFrames ? "application/vnd.amazon.eventstream" : "text/plain";
        await context.Response.Body.WriteAsync(isFrames ? EventStreamFrames.OfLines(await File.ReadAllLinesAsync(file)) : await File.ReadAllBytesAsync(file));
    };

    private static Task<TestServer> StartAsync(string dialect, FakeUpstream upstream)
    {
        var key = dialect == "bedrock" ? "bedrock-api-key" : "k";
        return TestServer.StartAsync($$"""
            { "providers": { "acme": { "dialect": "{{dialect}}", "base_url": "{{upstream.BaseUrl}}", "api_key": "{{key}}" } },
              "models": { "acme/small": { "endpoints": [ { "provider": "acme", "upstream_model": "small-1" } ] } } }
            """);
    }

    private static ChatClient Client(TestServer server) => new("acme/small", new ApiKeyCredential(server.InferenceKey), new OpenAIClientOptions
    {
        Endpoint = new Uri(server.Address, "api/v1"),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    });
}
