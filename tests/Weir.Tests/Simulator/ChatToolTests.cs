using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class ChatToolTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string WeatherSchema = """
        {"type":"object","properties":{"city":{"type":"string","minLength":2},"unit":{"enum":["celsius","fahrenheit"]},"days":{"type":"integer","minimum":1,"maximum":7}},
         "required":["city","days"],"additionalProperties":false}
        """;

    private const string Tools = $$$$$$$"""
        [{"type":"function","function":{"name":"get_time","description":"Current time of a place","parameters":{"type":"object","properties":{"zone":{"type":"string"}}}}},
         {"type":"function","function":{"name":"get_weather","description":"Forecast","parameters":{{{{{{{WeatherSchema}}}}}}}}}]
        """;

    private const string WeatherQuestion = """[{"role":"user","content":"What is the weather in Paris?"}]""";
    private const string BothQuestion = """[{"role":"user","content":"What is the weather and the time in Paris?"}]""";

    [Theory]
    [InlineData(null)]
    [InlineData("\"auto\"")]
    [InlineData("\"required\"")]
    [InlineData("""{"type":"function","function":{"name":"get_weather"}}""")]
    public async Task Tools_UserAsks_AreCalledWithArgumentsThatFit(string? choice)
    {
        var answer = await simulator.Client.CompleteAsync(Body(WeatherQuestion, choice));

        var call = Assert.Single(Calls(answer));
        Assert.Equal("get_weather", call.GetProperty("function").GetProperty("name").GetString());
        Assert.StartsWith("call_", call.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Empty(SimulatorSchemaCheck.Violations(WeatherSchema, call.GetProperty("function").GetProperty("arguments").GetString()!));
        Assert.Equal("tool_calls", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").ValueKind);
    }

    [Fact]
    public async Task Tools_NamedPlaceInPrompt_IsTheArgument()
    {
        var call = Calls(await simulator.Client.CompleteAsync(Body(WeatherQuestion)))[0];

        Assert.Contains("\"city\":\"Paris\"", call.GetProperty("function").GetProperty("arguments").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_traffic", "getRivers")]
    [InlineData("getTraffic", "list-rivers")]
    public async Task Tools_OneSharesAWordWithThePrompt_IsTheOneCalled(string other, string expected)
    {
        var tools = $$$"""[{"type":"function","function":{"name":"{{{other}}}"}},{"type":"function","function":{"name":"{{{expected}}}"}}]""";
        var call = Assert.Single(Calls(await simulator.Client.CompleteAsync(SimulatorClient.Ask(("tools", tools)))));

        Assert.Equal(expected, call.GetProperty("function").GetProperty("name").GetString());
        Assert.Equal("{}", call.GetProperty("function").GetProperty("arguments").GetString());
    }

    [Fact]
    public async Task Tools_ChoiceNone_AnswersInText()
    {
        var answer = await simulator.Client.CompleteAsync(Body(WeatherQuestion, "\"none\""));

        Assert.False(answer.GetProperty("choices")[0].GetProperty("message").TryGetProperty("tool_calls", out _));
        Assert.Equal("stop", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public async Task Tools_TwoFit_AreCalledTogetherUnlessForbidden(string parallel, int expected)
    {
        var answer = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("messages", BothQuestion), ("tools", Tools), ("parallel_tool_calls", parallel)));

        Assert.Equal(expected, Calls(answer).Count);
        Assert.Equal(expected, Calls(answer).Select(call => call.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Tools_Streamed_ComeAsNameThenFragments()
    {
        var whole = Calls(await simulator.Client.CompleteAsync(Body(BothQuestion)));
        var stream = await simulator.Client.StreamAsync(Body(BothQuestion));

        var deltas = stream.Deltas().Where(delta => delta.TryGetProperty("tool_calls", out _)).Select(delta => delta.GetProperty("tool_calls")[0]).ToList();
        for (var index = 0; index < whole.Count; index++)
        {
            var fragments = deltas.Where(delta => delta.GetProperty("index").GetInt32() == index).ToList();
            Assert.Equal(whole[index].GetProperty("id").GetString(), fragments[0].GetProperty("id").GetString());
            Assert.Equal("function", fragments[0].GetProperty("type").GetString());
            Assert.Equal(whole[index].GetProperty("function").GetProperty("name").GetString(), fragments[0].GetProperty("function").GetProperty("name").GetString());
            Assert.All(fragments.Skip(1), fragment => Assert.False(fragment.TryGetProperty("id", out _)));
            Assert.True(fragments.Count > 3);
            Assert.Equal(
                whole[index].GetProperty("function").GetProperty("arguments").GetString(),
                string.Concat(fragments.Select(fragment => fragment.GetProperty("function").GetProperty("arguments").GetString())));
        }

        Assert.Equal("tool_calls", stream.FinishReason());
    }

    [Fact]
    public async Task ToolResult_Given_IsInTheAnswer()
    {
        var answer = await simulator.Client.CompleteAsync(Body("""
            [{"role":"user","content":"What is the weather in Paris?"},
             {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_weather","arguments":"{}"}}]},
             {"role":"tool","tool_call_id":"call_1","content":"{\"temperature\":21,\"sky\":\"clear\"}"}]
            """));

        var text = answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        Assert.Contains("get_weather says: temperature is 21, sky is clear.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolResult_OfNoCall_IsRefused()
    {
        var (status, error) = await simulator.Client.FailAsync(Body("""[{"role":"user","content":"a"},{"role":"tool","tool_call_id":"call_9","content":"b"}]"""));

        Assert.Equal(400, status);
        Assert.Contains("call_9", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToolChoice_UnknownName_IsRefused()
    {
        var (status, error) = await simulator.Client.FailAsync(Body(WeatherQuestion, """{"type":"function","function":{"name":"fly"}}"""));

        Assert.Equal(400, status);
        Assert.Equal("tool_choice", error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Tools_MaxTokens_CutsTheArguments()
    {
        var answer = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("messages", WeatherQuestion), ("tools", Tools), ("max_tokens", "6")));

        Assert.Equal("length", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(6, answer.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
    }

    private static string Body(string messages, string? choice = null) => choice is null
        ? SimulatorClient.Ask(("messages", messages), ("tools", Tools))
        : SimulatorClient.Ask(("messages", messages), ("tools", Tools), ("tool_choice", choice));

    private static List<JsonElement> Calls(JsonElement answer) =>
        [.. answer.GetProperty("choices")[0].GetProperty("message").GetProperty("tool_calls").EnumerateArray()];
}
