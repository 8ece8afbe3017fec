using System.Text.Json;
using Weir.OpenRouter;
using Xunit;

namespace Weir.Tests.OpenRouter;

public sealed class ToolLoopTests
{
    private const string Done = """{"id":"gen-2","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"4 degrees."}}]}""";

    private static readonly ChatRequest Question = new() { Model = "acme/small", Messages = [ChatMessage.User("Weather in Oslo?")] };

    [Fact]
    public async Task Run_CallsTheTool_AndTellsTheModelItsResult()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Call("get_weather", """{\"city\":\"Oslo\"}""")), ScriptedServer.Json(Done));
        var asked = new List<string>();
        var tool = ToolFunction.Create("get_weather", "Weather of a city", WeatherJson.Default.WeatherArguments, (arguments, _) =>
        {
            asked.Add(arguments.City);
            return Task.FromResult("4 C");
        });

        var run = await OpenRouterClientTests.Client(server).Chat.RunToolsAsync(Question, [tool]);

        Assert.Equal(["Oslo"], asked);
        Assert.True(run.IsComplete);
        Assert.Equal(2, run.Turns);
        Assert.Equal(["user", "assistant", "tool", "assistant"], run.Messages.Select(static message => message.Role));
        Assert.Equal(("call_1", "4 C"), (run.Messages[2].ToolCallId, run.Messages[2].Content!.Text));
        using var second = JsonDocument.Parse(server.Requests[1].Body);
        Assert.Equal(3, second.RootElement.GetProperty("messages").GetArrayLength());
        Assert.Equal("get_weather", second.RootElement.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("get_weather", "not json")]
    [InlineData("get_wether", "{}")]
    public async Task Run_ToolThatCannotRun_IsToldToTheModel(string name, string arguments)
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Call(name, arguments)), ScriptedServer.Json(Done));
        var tool = ToolFunction.Create("get_weather", "Weather of a city", WeatherJson.Default.WeatherArguments, (_, _) => Task.FromResult("4 C"));

        var run = await OpenRouterClientTests.Client(server).Chat.RunToolsAsync(Question, [tool]);

        Assert.StartsWith("{\"error\":", run.Messages[2].Content!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ModelThatNeverStops_EndsAtTheBound()
    {
        using var server = new ScriptedServer(ScriptedServer.Json(Call("get_weather", """{\"city\":\"Oslo\"}""")));
        var tool = ToolFunction.Create("get_weather", "Weather of a city", WeatherJson.Default.WeatherArguments, (_, _) => Task.FromResult("4 C"));

        var run = await OpenRouterClientTests.Client(server).Chat.RunToolsAsync(Question, [tool], maxTurns: 3);

        Assert.False(run.IsComplete);
        Assert.Equal((3, 3), (run.Turns, server.Requests.Count));
    }

    private static string Call(string name, string arguments) =>
        $$"""{"id":"gen-1","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"{{name}}","arguments":"{{arguments}}"} }] } }] }""";
}
