using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference.OpenAI;
using Weir.OpenInference.Otel;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>The official OpenAI .NET client, as a new user would write it, against a live server.</summary>
public sealed class OpenAIClientTests
{
    private const string Model = "meta-llama/llama-3.1-8b-instruct:free";

    [Fact]
    public async Task CompleteChat_Answers()
    {
        await using var server = await TestServer.StartAsync();

        var completion = (await Client(server, Model).CompleteChatAsync("Say hello")).Value;

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.NotEmpty(completion.Content[0].Text);
        Assert.StartsWith("gen-", completion.Id, StringComparison.Ordinal);
        Assert.Equal(Model, completion.Model);
        Assert.True(completion.Usage.OutputTokenCount > 0);
    }

    [Fact]
    public async Task CompleteChatStreaming_YieldsTheSameTextAndTheUsage()
    {
        await using var server = await TestServer.StartAsync();
        var whole = (await Client(server, Model).CompleteChatAsync("Say hello")).Value;

        var text = "";
        ChatTokenUsage? usage = null;
        await foreach (var update in Client(server, Model).CompleteChatStreamingAsync("Say hello"))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            usage = update.Usage ?? usage;
        }

        Assert.Equal(whole.Content[0].Text, text);
        Assert.Equal(whole.Usage.OutputTokenCount, usage!.OutputTokenCount);
        Assert.Equal(whole.Usage.InputTokenCount, usage.InputTokenCount);
    }

    [Fact]
    public async Task Tools_AreCalled()
    {
        await using var server = await TestServer.StartAsync();
        var tool = ChatTool.CreateFunctionTool("get_weather", "Weather of a city", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

        var completion = (await Client(server, "sim/small").CompleteChatAsync(["What is the weather in Bern?"], new ChatCompletionOptions { Tools = { tool }, ToolChoice = ChatToolChoice.CreateRequiredChoice() })).Value;

        Assert.Equal(ChatFinishReason.ToolCalls, completion.FinishReason);
        Assert.Equal("get_weather", Assert.Single(completion.ToolCalls).FunctionName);
    }

    [Theory]
    [InlineData("no/such", 400)]
    [InlineData("sim/fault-429", 429)]
    [InlineData("sim/fault-500", 502)]
    public async Task Failure_IsTheClientsOwnException(string model, int status)
    {
        await using var server = await TestServer.StartAsync();

        var failure = await Assert.ThrowsAsync<ClientResultException>(() => Client(server, model).CompleteChatAsync("Hi"));

        Assert.Equal(status, failure.Status);
    }

    [Fact]
    public async Task InstrumentedClient_AndGateway_ShareOneTrace()
    {
        await using var server = await TestServer.StartAsync();
        var options = Options(server).AddOpenInference();
        using (ArizeOtel.Register(spaceId: "space", apiKey: server.InferenceKey, projectName: "app", endpoint: server.Address.ToString()))
        {
            _ = await new ChatClient(Model, new ApiKeyCredential(server.InferenceKey), options).CompleteChatAsync("Say hello");
        }

        var projects = await server.GetJsonAsync("/v1/projects");
        var names = projects.GetProperty("data").EnumerateArray().Select(project => project.GetProperty("name").GetString()).ToArray();
        var app = (await server.GetJsonAsync("/v1/projects/app/spans")).GetProperty("data").EnumerateArray().First(span => span.GetProperty("parent_id").ValueKind == System.Text.Json.JsonValueKind.Null);
        var spans = await server.SpansAsync(app.GetProperty("context").GetProperty("trace_id").GetString()!, 3, "app");

        Assert.Contains("app", names);
        var gateway = spans.Single(span => span.GetProperty("name").GetString() == "Gateway ChatCompletion");
        Assert.Equal(app.GetProperty("context").GetProperty("span_id").GetString(), gateway.GetProperty("parent_id").GetString());
    }

    private static ChatClient Client(TestServer server, string model) => new(model, new ApiKeyCredential(server.InferenceKey), Options(server));

    private static OpenAIClientOptions Options(TestServer server) => new() { Endpoint = new Uri(server.Address, "api/v1"), RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
}
