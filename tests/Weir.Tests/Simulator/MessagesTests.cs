using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Simulator.Anthropic;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

/// <summary>The simulator in Anthropic's dialect.</summary>
public sealed class MessagesTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Question = """{"model":"sim/small","max_tokens":4000,"messages":[{"role":"user","content":"How is the weather in Paris and the river there?"}]}""";
    private const string Tools = """[{"name":"get_weather","description":"weather of a city","input_schema":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}},{"name":"get_river","description":"river level","input_schema":{"type":"object"}}]""";
    private const string Thinks = """{"type":"enabled","budget_tokens":1024}""";
    private static readonly (string, string) Version = ("anthropic-version", "2023-06-01");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_SaysTheSameAsTheWholeMessage()
    {
        var whole = await CompleteAsync(Ask(("thinking", Thinks), ("tools", Tools)));
        var events = await StreamAsync(Ask(("thinking", Thinks), ("tools", Tools)));

        Assert.Equal(whole.GetProperty("content").GetRawText(), ContentOf(events).ToJsonString(RelaxedJson));
        Assert.Equal("message_start", Type(events[0]));
        Assert.Equal("ping", Type(events[1]));
        Assert.Equal("tool_use", events[^2].GetProperty("delta").GetProperty("stop_reason").GetString());
        Assert.Equal(whole.GetProperty("usage").GetRawText(), events[^2].GetProperty("usage").GetRawText());
        Assert.Equal("message_stop", Type(events[^1]));
        Assert.Equal(["thinking", "tool_use", "tool_use"], whole.GetProperty("content").EnumerateArray().Select(Type));
        Assert.True(whole.GetProperty("usage").GetProperty("output_tokens_details").GetProperty("thinking_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task ToolLoop_ThinkingBroughtBack_IsAnswered()
    {
        var answer = await CompleteAsync(Loop(await CallAsync()));

        Assert.Equal("end_turn", answer.GetProperty("stop_reason").GetString());
        Assert.Contains("temperature is 21", answer.GetProperty("content")[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tampered text", "Invalid `signature` in `thinking` block")]
    [InlineData("tampered signature", "Invalid `signature` in `thinking` block")]
    [InlineData("no signature", "signature: Field required")]
    [InlineData("no thinking", "Expected `thinking` or `redacted_thinking`, but found `tool_use`")]
    [InlineData("no result", "`tool_use` ids were found without `tool_result` blocks")]
    [InlineData("other id", "unexpected `tool_use_id`")]
    public async Task ToolLoop_Broken_IsRefusedAsAnthropicDoes(string wrong, string message)
    {
        var body = Loop(await CallAsync());
        var content = body["messages"]![1]!["content"]!.AsArray();
        var results = body["messages"]![2]!["content"]!.AsArray();
        switch (wrong)
        {
            case "tampered text":
                content[0]!["thinking"] = content[0]!["thinking"]!.GetValue<string>() + " ";
                break;
            case "tampered signature":
                content[0]!["signature"] = "EpE" + content[0]!["signature"]!.GetValue<string>()[3..];
                break;
            case "no signature":
                content[0]!.AsObject().Remove("signature");
                break;
            case "no thinking":
                content.RemoveAt(0);
                break;
            case "no result":
                results.RemoveAt(0);
                break;
            default:
                results[0]!["tool_use_id"] = "toolu_other";
                break;
        }

        var (status, error) = await FailAsync(body);

        Assert.Equal(400, status);
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacted_ComesBackUnchanged_AndIsTold()
    {
        var asked = Ask(("thinking", Thinks), ("messages", $$"""[{"role":"user","content":"Hi {{Thinking.RedactionTrigger}}"}]"""));
        var block = (await CompleteAsync(asked)).GetProperty("content")[0];
        var again = Ask(("thinking", Thinks), ("messages", $$"""[{"role":"user","content":"Hi"},{"role":"assistant","content":[{{block.GetRawText()}},{"type":"text","text":"x"}]},{"role":"user","content":"And?"}]"""));

        Assert.Equal("redacted_thinking", Type(block));
        Assert.Equal("end_turn", (await CompleteAsync(again)).GetProperty("stop_reason").GetString());
        again["messages"]![1]!["content"]![0]!["data"] = "AAAA";
        Assert.Equal(400, (await FailAsync(again)).Status);
    }

    [Fact]
    public async Task HiddenThinking_IsSignedAndCharged()
    {
        var answer = await CompleteAsync(Ask(("thinking", """{"type":"adaptive","display":"omitted"}""")));
        var block = answer.GetProperty("content")[0];

        Assert.Equal("", block.GetProperty("thinking").GetString());
        Assert.NotEmpty(block.GetProperty("signature").GetString()!);
        Assert.True(answer.GetProperty("usage").GetProperty("output_tokens_details").GetProperty("thinking_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task Cache_IsWrittenOnceAndThenRead()
    {
        var body = Ask(("system", """[{"type":"text","text":"Answer as a river guide of Paris would.","cache_control":{"type":"ephemeral"}}]"""));
        var first = (await CompleteAsync(body)).GetProperty("usage");
        var second = (await CompleteAsync(body)).GetProperty("usage");
        body["system"]![0]!["text"] = "Answer as a captain would.";
        var third = (await CompleteAsync(body)).GetProperty("usage");

        Assert.True(Tokens(first, "cache_creation_input_tokens") > 0);
        Assert.Equal(0, Tokens(first, "cache_read_input_tokens"));
        Assert.Equal(Tokens(first, "cache_creation_input_tokens"), Tokens(second, "cache_read_input_tokens"));
        Assert.Equal(0, Tokens(second, "cache_creation_input_tokens"));
        Assert.Equal(Tokens(first, "input_tokens"), Tokens(second, "input_tokens"));
        Assert.Equal(0, Tokens(third, "cache_read_input_tokens"));
    }

    [Fact]
    public void Cache_OfALongerPrompt_ReadsTheBeginningAndWritesTheRest()
    {
        var clock = new SimulatorClock();
        var cache = new PromptCache(clock);
        PromptPiece[] pieces = [new("one two", PromptCache.Short), new("three", PromptCache.Long), new("four", null)];
        static int Count(string text) => text.Split(' ').Length;

        var first = cache.Use("m", [pieces[0]], 10, Count);
        var longer = cache.Use("m", [.. pieces], 10, Count);
        clock.Advance(PromptCache.Short);
        var later = cache.Use("m", [.. pieces], 10, Count);

        Assert.Equal(new MessagesUsage(Uncached: 8, WrittenShort: 2, WrittenLong: 0, Read: 0), first);
        Assert.Equal(new MessagesUsage(Uncached: 7, WrittenShort: 0, WrittenLong: 1, Read: 2), longer);
        Assert.Equal(3, later.Read);
        Assert.Equal(0, cache.Use("other", [pieces[0]], 10, Count).Read);
    }

    [Fact]
    public async Task Stops_AreNamedAndLimitsEndTheAnswer()
    {
        var stopped = await CompleteAsync(Ask(("stop_sequences", """["river"]""")));
        var limited = await CompleteAsync(Ask(("max_tokens", "5")));

        Assert.Equal("stop_sequence", stopped.GetProperty("stop_reason").GetString());
        Assert.Equal("river", stopped.GetProperty("stop_sequence").GetString());
        Assert.Equal("max_tokens", limited.GetProperty("stop_reason").GetString());
        Assert.Equal(5, limited.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public async Task Prefill_IsContinuedNotRepeated()
    {
        var answer = await CompleteAsync(Ask(("messages", """[{"role":"user","content":"Rivers of Paris as JSON"},{"role":"assistant","content":"{"}]""")));
        var text = answer.GetProperty("content")[0].GetProperty("text").GetString()!;

        Assert.Equal(JsonValueKind.Object, JsonElement.Parse("{" + text).ValueKind);
    }

    [Fact]
    public async Task Schema_IsMet()
    {
        const string Schema = """{"type":"object","properties":{"river":{"type":"string"}},"required":["river"],"additionalProperties":false}""";
        var answer = await CompleteAsync(Ask(("output_config", $$$"""{"format":{"type":"json_schema","schema":{{{Schema}}}}}""")));

        Assert.Empty(SimulatorSchemaCheck.Violations(Schema, answer.GetProperty("content")[0].GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task ToolChoice_IsHonoured()
    {
        var named = await CompleteAsync(Ask(("tools", Tools), ("tool_choice", """{"type":"tool","name":"get_river"}""")));
        var single = await CompleteAsync(Ask(("tools", Tools), ("tool_choice", """{"type":"any","disable_parallel_tool_use":true}""")));
        var none = await CompleteAsync(Ask(("tools", Tools), ("tool_choice", """{"type":"none"}""")));

        Assert.Equal("get_river", Assert.Single(named.GetProperty("content").EnumerateArray()).GetProperty("name").GetString());
        Assert.Single(single.GetProperty("content").EnumerateArray());
        Assert.Equal("end_turn", none.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public async Task Media_AreCounted()
    {
        var without = await CountAsync("""[{"type":"text","text":"Look"}]""");
        var with = await CountAsync("""[{"type":"text","text":"Look"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}},{"type":"document","source":{"type":"url","url":"https://example.com/a.pdf"}}]""");

        Assert.Equal(2 * 85, with - without);
    }

    [Theory]
    [InlineData("x-sim-status", "529", 529, "overloaded_error")]
    [InlineData("x-sim-status", "429", 429, "rate_limit_error")]
    [InlineData("x-sim-status", "401", 401, "authentication_error")]
    [InlineData("x-sim-status", "500", 500, "api_error")]
    public async Task Faults_FailInAnthropicsShape(string header, string value, int status, string type)
    {
        using var response = await simulator.Client.PostAsync("v1/messages", Question, (header, value), Version);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("error", Type(body));
        Assert.Equal(type, Type(body.GetProperty("error")));
    }

    [Theory]
    [InlineData("sim/fault-error-event", "error")]
    [InlineData("sim/fault-no-done", "message_delta")]
    [InlineData("sim/fault-empty", "message_stop")]
    public async Task Faults_BreakTheStream(string model, string last)
    {
        var events = await StreamAsync(Ask(("model", $"\"{model}\"")));

        Assert.Equal(last, Type(events[^1]));
    }

    [Theory]
    [InlineData("""{"model":"sim/small","messages":[{"role":"user","content":"a"}]}""", "max_tokens: Field required")]
    [InlineData("""{"model":"sim/small","max_tokens":5,"messages":[]}""", "messages: at least one message is required")]
    [InlineData("""{"model":"sim/small","max_tokens":5,"messages":[{"role":"tool","content":"a"}]}""", "Unexpected role")]
    [InlineData("""{"model":"sim/small","max_tokens":1024,"thinking":{"type":"enabled","budget_tokens":1024},"messages":[{"role":"user","content":"a"}]}""", "must be greater than")]
    [InlineData("""{"model":"sim/small","max_tokens":5,"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b "}]}""", "trailing whitespace")]
    public async Task Request_Wrong_IsRefused(string body, string message)
    {
        var (status, error) = await FailAsync(JsonNode.Parse(body)!.AsObject());

        Assert.Equal(400, status);
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_Missing_IsRefused()
    {
        var (status, body) = await simulator.Client.AskAsync("v1/messages", Question);

        Assert.Equal(400, status);
        Assert.Contains("anthropic-version", body.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions RelaxedJson { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Type(JsonElement item) => item.GetProperty("type").GetString();

    private static int Tokens(JsonElement usage, string name) => usage.GetProperty(name).GetInt32();

    private static JsonObject Ask(params (string Name, string Json)[] fields)
    {
        var request = JsonNode.Parse(Question)!.AsObject();
        foreach (var (name, json) in fields)
        {
            request[name] = JsonNode.Parse(json);
        }

        return request;
    }

    private async Task<JsonElement> CallAsync() => (await CompleteAsync(Ask(("thinking", Thinks), ("tools", Tools)))).GetProperty("content");

    // The second turn of a tool loop: what the model said, and a result for each of its calls.
    private static JsonObject Loop(JsonElement content)
    {
        var results = content.EnumerateArray().Where(block => Type(block) == "tool_use")
            .Select(block => $$"""{"type":"tool_result","tool_use_id":"{{block.GetProperty("id").GetString()}}","content":[{"type":"text","text":"{\"temperature\":21}"}]}""");
        var question = JsonNode.Parse(Question)!["messages"]![0]!.ToJsonString();
        return Ask(("thinking", Thinks), ("tools", Tools), ("messages", $$"""[{{question}},{"role":"assistant","content":{{content.GetRawText()}}},{"role":"user","content":[{{string.Join(',', results)}}]}]"""));
    }

    private async Task<JsonElement> CompleteAsync(JsonObject body)
    {
        var (status, answer) = await simulator.Client.AskAsync("v1/messages", body.ToJsonString(), Version);
        Assert.True(status == 200, answer.GetRawText());
        return answer;
    }

    private async Task<(int Status, JsonElement Error)> FailAsync(JsonObject body)
    {
        var (status, answer) = await simulator.Client.AskAsync("v1/messages", body.ToJsonString(), Version);
        return (status, answer.GetProperty("error"));
    }

    private async Task<int> CountAsync(string content)
    {
        var (_, body) = await simulator.Client.AskAsync(
            "v1/messages/count_tokens", $$"""{"model":"sim/small","messages":[{"role":"user","content":{{content}}}]}""", Version);
        return body.GetProperty("input_tokens").GetInt32();
    }

    private async Task<List<JsonElement>> StreamAsync(JsonObject body)
    {
        body["stream"] = true;
        using var response = await simulator.Client.PostAsync("v1/messages", body.ToJsonString(), Version);
        var lines = (await response.Content.ReadAsStringAsync(Ct)).Split('\n');
        var events = lines.Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[6..])).ToList();
        Assert.Equal(lines.Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).Select(line => line[7..]), events.Select(Type));
        return events;
    }

    // Puts the blocks together as an SDK does.
    private static JsonArray ContentOf(List<JsonElement> events)
    {
        var blocks = new JsonArray();
        var input = "";
        foreach (var item in events)
        {
            switch (Type(item))
            {
                case "content_block_start":
                    Assert.Equal(blocks.Count, item.GetProperty("index").GetInt32());
                    blocks.Add(JsonNode.Parse(item.GetProperty("content_block").GetRawText()));
                    input = "";
                    break;
                case "content_block_delta":
                    var delta = item.GetProperty("delta");
                    var (name, key) = Type(delta) switch
                    {
                        "text_delta" => ("text", "text"),
                        "thinking_delta" => ("thinking", "thinking"),
                        "signature_delta" => ("signature", "signature"),
                        _ => ("partial_json", ""),
                    };
                    input += key.Length == 0 ? delta.GetProperty(name).GetString() : "";
                    if (key.Length > 0)
                    {
                        blocks[^1]![key] = blocks[^1]![key]!.GetValue<string>() + delta.GetProperty(name).GetString();
                    }

                    break;
                case "content_block_stop" when input.Length > 0:
                    blocks[^1]!["input"] = JsonNode.Parse(input);
                    break;
            }
        }

        return blocks;
    }
}
