using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI.Responses;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

#pragma warning disable OPENAI001 // The client of Responses is marked experimental; nothing else of it is used.

/// <summary>The Responses client of the official OpenAI .NET library against a live server: it reads strictly what it knows.</summary>
public sealed class OpenAIResponsesClientTests
{
    [Fact]
    public async Task CreateResponse_Answers()
    {
        await using var server = await TestServer.StartAsync();

        var response = (await Client(server).CreateResponseAsync(Options(), CancellationToken.None)).Value;

        Assert.Equal(ResponseStatus.Completed, response.Status);
        Assert.NotEmpty(response.GetOutputText());
        Assert.StartsWith("gen-", response.Id, StringComparison.Ordinal);
        Assert.True(response.Usage.OutputTokenCount > 0);
    }

    [Fact]
    public async Task CreateResponseStreaming_YieldsTheSameText()
    {
        await using var server = await TestServer.StartAsync();
        var whole = (await Client(server).CreateResponseAsync(Options(), CancellationToken.None)).Value;
        var options = Options();
        options.StreamingEnabled = true;

        var text = "";
        ResponseResult? completed = null;
        await foreach (var update in await Client(server).CreateResponseStreamingAsync(options, CancellationToken.None))
        {
            text += (update as StreamingResponseOutputTextDeltaUpdate)?.Delta;
            completed = (update as StreamingResponseCompletedUpdate)?.Response ?? completed;
        }

        Assert.Equal(whole.GetOutputText(), text);
        Assert.Equal(text, completed!.GetOutputText());
        Assert.Equal(whole.Usage.OutputTokenCount, completed.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task Tools_AreCalledAndTheirResultsTaken()
    {
        await using var server = await TestServer.StartAsync();
        var options = Options();
        options.Model = "sim/small";
        options.Tools.Add(ResponseTool.CreateFunctionTool(
            "get_weather", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""), strictModeEnabled: false, "Weather of a city"));
        options.ToolChoice = ResponseToolChoice.CreateRequiredChoice();

        var response = (await Client(server).CreateResponseAsync(options, CancellationToken.None)).Value;
        var call = Assert.Single(response.OutputItems.OfType<FunctionCallResponseItem>());
        foreach (var item in response.OutputItems)
        {
            options.InputItems.Add(item);
        }

        options.InputItems.Add(ResponseItem.CreateFunctionCallOutputItem(call.CallId, "Sunny"));
        options.ToolChoice = ResponseToolChoice.CreateAutoChoice();
        var next = (await Client(server).CreateResponseAsync(options, CancellationToken.None)).Value;

        Assert.Equal("get_weather", call.FunctionName);
        Assert.Equal(ResponseStatus.Completed, next.Status);
    }

    private static CreateResponseOptions Options() => new()
    {
        Model = "meta-llama/llama-3.1-8b-instruct:free",
        Instructions = "Be brief",
        InputItems = { ResponseItem.CreateUserMessageItem("Say hello") },
        StoredOutputEnabled = false,
    };

    private static ResponsesClient Client(TestServer server) => new(
        new ApiKeyCredential(server.InferenceKey),
        new ResponsesClientOptions { Endpoint = new Uri(server.Address, "api/v1"), RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });
}
