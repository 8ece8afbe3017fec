using System.Text.Json;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Messages;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>What chat chunks become as events of the Messages API.</summary>
public sealed class MessagesStreamTests
{
    private const string Stop = """{"choices":[{"index":0,"delta":{},"finish_reason":"stop","native_finish_reason":"stop"}]}""";

    [Fact]
    public void Text_IsOneBlock()
    {
        var stream = MessageStream.OfChunks([Delta("\"role\":\"assistant\",\"content\":\"\""), Delta("\"content\":\"He\""), Delta("\"content\":\"y\""), Stop]);

        Assert.Equal(["start 0 text", "text 0 He", "text 0 y", "stop 0", "reason end_turn", "message_stop"], stream.Lines);
    }

    [Fact]
    public void Thinking_IsSignedBeforeItsBlockEnds()
    {
        var stream = MessageStream.OfChunks(
        [
            Delta("""
                "reasoning":"H","reasoning_details":[{"type":"reasoning.text","text":"H","format":"anthropic-claude-v1","index":0}]
                """),
            Delta("""
                "reasoning":"m","reasoning_details":[{"type":"reasoning.text","text":"m","format":"anthropic-claude-v1","index":0}]
                """),
            Delta("""
                "reasoning_details":[{"type":"reasoning.text","signature":"Sig","format":"anthropic-claude-v1","index":0}]
                """),
            Delta("""
                "reasoning":"x","reasoning_details":[{"type":"reasoning.text","text":"x","format":"anthropic-claude-v1","index":1}]
                """),
            Delta("""
                "reasoning_details":[{"type":"reasoning.encrypted","data":"Em","format":"anthropic-claude-v1","index":2}]
                """),
            Delta("\"content\":\"Hi\""), Stop,
        ]);

        Assert.Equal(
            [
                "start 0 thinking", "thinking 0 H", "thinking 0 m", "signature 0 Sig", "stop 0", "start 1 thinking", "thinking 1 x", "stop 1",
                "start 2 redacted_thinking", "stop 2", "start 3 text", "text 3 Hi", "stop 3", "reason end_turn", "message_stop",
            ],
            stream.Lines);
    }

    [Theory]
    [InlineData("\"reasoning\":\"Hm\"")]
    [InlineData("\"reasoning_content\":\"Hm\"")]
    [InlineData("\"reasoning\":\"Hm\",\"reasoning_details\":[]")]
    [InlineData("\"reasoning\":\"Hm\",\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"Hm\",\"format\":\"openai-responses-v1\",\"index\":0}]")]
    public void Reasoning_InAnyForm_IsThinking(string delta) =>
        Assert.Equal(["start 0 thinking", "thinking 0 Hm", "stop 0"], MessageStream.OfChunks([Delta(delta), Stop]).Lines.Take(3));

    [Fact]
    public void ParallelCalls_FollowEachOther()
    {
        var stream = MessageStream.OfChunks([Call(0, "a", "f", ""), Call(0, null, null, "{\"q\":"), Call(1, "b", "g", "{"), Call(0, null, null, "\"}\"}"), Call(1, null, null, "}"), Finish("tool_calls")]);

        Assert.Equal(
            [
                "start 0 tool_use", "json 0 {\"q\":", "json 0 \"}\"}", "stop 0", "start 1 tool_use", "json 1 {", "json 1 }", "stop 1", "reason tool_use", "message_stop",
            ],
            stream.Lines);
    }

    [Fact]
    public void CallThatStaysOpen_HoldsTheRestUntilTheEnd()
    {
        var stream = MessageStream.OfChunks([Call(0, "a", "f", "{\"q\":"), Delta("\"content\":\"x\""), Call(1, "b", "g", ""), Call(2, "c", "h", "{}"), Delta("\"content\":\"y\""), Finish("length")]);

        Assert.Equal(
            [
                "start 0 tool_use", "json 0 {\"q\":", "stop 0", "start 1 text", "text 1 x", "stop 1", "start 2 tool_use", "stop 2",
                "start 3 tool_use", "json 3 {}", "stop 3", "start 4 text", "text 4 y", "stop 4", "reason max_tokens", "message_stop",
            ],
            stream.Lines);
    }

    [Fact]
    public void CallsWithOneIndex_AreToldApartByTheirIds()
    {
        var stream = MessageStream.OfChunks([Call(0, "a", "f", "{}"), Call(0, "b", "f", "{\"x\":1}"), Call(0, "a", "f", "{}"), Finish("tool_calls")]);

        Assert.Equal(["a", "b"], stream.Calls.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("{\"x\":1}", stream.Calls["b"].ToString());
    }

    [Fact]
    public void HeldOutput_IsBounded()
    {
        var much = Delta($"\"content\":\"{new string('x', 1024 * 1024)}\"");

        Assert.Throws<JsonException>(() => MessageStream.OfChunks([Call(0, "a", "f", "{"), .. Enumerable.Repeat(much, 9)]));
    }

    [Fact]
    public void Citations_BelongToTheTextBeforeThem()
    {
        var stream = MessageStream.OfChunks(
        [
            Delta("\"content\":\"Blue.\""),
            Delta("""
                "annotations":[{"type":"url_citation","url_citation":{"url":"u","content":"c","start_index":0,"end_index":5}},{"type":"citation","citation":{"type":"page_location","cited_text":"p"}},{"type":"file","file":{}}]
                """),
            Delta("\"content\":\"Green.\""), Stop,
        ]);

        Assert.Equal(
            [
                "start 0 text", "text 0 Blue.", """citation 0 {"type":"web_search_result_location","url":"u","title":null,"cited_text":"c","encrypted_index":""}""",
                """citation 0 {"type":"page_location","cited_text":"p"}""", "stop 0", "start 1 text", "text 1 Green.", "stop 1", "reason end_turn", "message_stop",
            ],
            stream.Lines);
    }

    [Theory]
    [InlineData("\"finish_reason\":\"stop\",\"native_finish_reason\":\"end_turn\"", "end_turn", null)]
    [InlineData("\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop_sequence\",\"stop_reason\":\"END\"", "stop_sequence", "END")]
    [InlineData("\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop\",\"stop_reason\":\"END\"", "stop_sequence", "END")]
    [InlineData("\"finish_reason\":\"stop\",\"native_finish_reason\":\"stop\",\"stop_reason\":7", "end_turn", null)]
    [InlineData("\"finish_reason\":\"stop\",\"native_finish_reason\":\"pause_turn\"", "pause_turn", null)]
    [InlineData("\"finish_reason\":\"length\",\"native_finish_reason\":\"MAX_TOKENS\"", "max_tokens", null)]
    [InlineData("\"finish_reason\":\"length\",\"native_finish_reason\":\"model_context_window_exceeded\"", "model_context_window_exceeded", null)]
    [InlineData("\"finish_reason\":\"tool_calls\",\"native_finish_reason\":\"end_turn\"", "tool_use", null)]
    [InlineData("\"finish_reason\":\"content_filter\",\"native_finish_reason\":\"SAFETY\"", "refusal", null)]
    public void StopReason_IsThisProtocols(string finish, string reason, string? sequence)
    {
        var delta = Closing($$"""{"choices":[{"index":0,"delta":{},{{finish}}}]}""", """{"choices":[],"usage":{}}""").GetProperty("delta");

        Assert.Equal((reason, sequence), (delta.GetProperty("stop_reason").GetString(), delta.GetProperty("stop_sequence").GetString()));
        Assert.Equal(JsonValueKind.Null, delta.GetProperty("container").ValueKind);
        Assert.Equal(reason == "refusal" ? JsonValueKind.Object : JsonValueKind.Null, delta.GetProperty("stop_details").ValueKind);
    }

    [Fact]
    public void Refusal_IsExplained()
    {
        var delta = Closing("""{"choices":[{"index":0,"delta":{"refusal":"No."},"finish_reason":"stop"}]}""", """{"choices":[],"usage":{}}""").GetProperty("delta");

        Assert.Equal("refusal", delta.GetProperty("stop_reason").GetString());
        Assert.Equal("""{"type":"refusal","category":null,"explanation":"No."}""", delta.GetProperty("stop_details").GetRawText());
    }

    [Fact]
    public void Usage_CountsCachedTokensBesideTheInput()
    {
        var usage = Closing(
            """{"service_tier":"default","choices":[{"index":0,"delta":{"content":"x"},"finish_reason":"stop"}]}""",
            """{"choices":[],"usage":{"prompt_tokens":60,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":30,"cache_write_tokens":20},"completion_tokens_details":{"reasoning_tokens":2},"cost":0.000048,"is_byok":false,"cost_details":{"upstream_inference_cost":null}}}""")
            .GetProperty("usage");

        Assert.Equal(
            """{"input_tokens":10,"output_tokens":5,"cache_creation_input_tokens":20,"cache_read_input_tokens":30,"cache_creation":null,"output_tokens_details":{"thinking_tokens":2},"server_tool_use":null,"service_tier":"standard","inference_geo":null,"cost":0.000048,"is_byok":false,"cost_details":{"upstream_inference_cost":null}}""",
            usage.GetRawText());
    }

    [Fact]
    public void Start_HasWhatClientsAccumulateOn()
    {
        var output = new EventBuffer();
        Translator().WriteChunk(GatewaySamples.Utf8(Delta("\"role\":\"assistant\"")), output);

        var lines = GatewaySamples.Text(output.Written).Split('\n');
        var message = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement.GetProperty("message");

        Assert.Equal(["event: message_start", "", "event: ping", "data: {\"type\":\"ping\"}"], [lines[0], .. lines[2..5]]);
        Assert.Equal(
            """{"id":"gen-1-abc","type":"message","role":"assistant","model":"a/b","provider":"B","content":[],"stop_reason":null,"stop_sequence":null,"stop_details":null,"container":null,"usage":{"input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":null,"output_tokens_details":null,"server_tool_use":null,"service_tier":null,"inference_geo":null}}""",
            message.GetRawText());
    }

    [Fact]
    public void OtherChoices_AreNotMixedIn() => Assert.Equal(
        "a",
        MessageStream.OfChunks(["""{"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":null},{"index":0,"delta":{"content":"a"},"finish_reason":null}]}""", Stop]).Text.ToString());

    [Fact]
    public void AnswerThatTheProviderCallsAnError_EndsAsOne()
    {
        var stream = MessageStream.OfChunks([Delta("\"content\":\"x\""), Finish("error")]);

        Assert.Equal(["start 0 text", "text 0 x", "stop 0", "error api_error"], stream.Lines);
        Assert.False(stream.IsComplete);
    }

    [Fact]
    public void Error_IsAnEventAndNothingFollows()
    {
        var output = new EventBuffer();
        var translator = Translator();
        translator.WriteError(GatewayError.Client(GatewayErrorCode.RateLimited, "Slow down."), output);
        translator.WriteEndMark(output);

        Assert.Equal(
            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow down.\",\"error_type\":\"rate_limit_exceeded\",\"metadata\":{\"error_type\":\"rate_limit_exceeded\"}},\"request_id\":\"gen-1-abc\"}\n\n",
            GatewaySamples.Text(output.Written));
    }

    /// <summary>Any answer, cut into any pieces, mixed in any way that a chat stream allows: the events are valid, and nothing is lost.</summary>
    [Fact]
    public void AnyAnswer_InAnyPieces_IsAValidStream()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            var sources = new List<Queue<string>> { Pieces(random, "text", said), Pieces(random, "thinking", said) };
            for (var call = 0; call < random.Next(4); call++)
            {
                sources.Add(CallPieces(random, call, said));
            }

            var chunks = new List<string>();
            while (sources.Exists(source => source.Count > 0))
            {
                var source = sources[random.Next(sources.Count)];
                if (source.TryDequeue(out var piece))
                {
                    chunks.Add(Delta(piece));
                }
            }

            var stream = MessageStream.OfChunks([.. chunks, Finish("stop")]);

            Assert.True(stream.IsComplete);
            Assert.Equal(said["text"], stream.Text.ToString());
            Assert.Equal(said["thinking"], stream.Thinking.ToString());
            Assert.All(said.Where(item => item.Key.StartsWith("call", StringComparison.Ordinal)), item => Assert.Equal(item.Value, stream.Calls[item.Key].ToString()));
        }
    }

    private static Queue<string> Pieces(Random random, string what, Dictionary<string, string> said)
    {
        said[what] = new string('x', random.Next(6)) + (random.Next(2) == 0 ? "\"\\é\n😀" : "");
        return new(Cut(random, said[what]).Select(piece => what == "text"
            ? $"\"content\":{Json(piece)}"
            : $"\"reasoning\":{Json(piece)},\"reasoning_details\":[{{\"type\":\"reasoning.text\",\"text\":{Json(piece)},\"index\":0}}]"));
    }

    private static Queue<string> CallPieces(Random random, int index, Dictionary<string, string> said)
    {
        string[] arguments = ["{}", "{\"a\":{\"b\":[1,\"}\"]}}", "{\"q\":\"\\\"{\\\\\"}", "{\"open\":"];
        said[$"call{index}"] = arguments[random.Next(arguments.Length)];
        return new(Cut(random, said[$"call{index}"]).Select((piece, at) => at == 0
            ? $"\"tool_calls\":[{{\"index\":{index},\"id\":\"call{index}\",\"type\":\"function\",\"function\":{{\"name\":\"f\",\"arguments\":{Json(piece)}}}}}]"
            : $"\"tool_calls\":[{{\"index\":{index},\"function\":{{\"arguments\":{Json(piece)}}}}}]"));
    }

    // Not inside a pair of surrogates: such a piece is no text any more, in either form.
    private static IEnumerable<string> Cut(Random random, string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + 1 + random.Next(4));
            end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static JsonElement Closing(string chunk, string closing)
    {
        var translator = Translator();
        var output = new EventBuffer();
        translator.WriteChunk(GatewaySamples.Utf8(chunk), output);
        output.Clear();
        translator.WriteClosing(GatewaySamples.Utf8(closing), output);
        return JsonDocument.Parse(GatewaySamples.Text(output.Written).Split('\n')[1]["data: ".Length..]).RootElement;
    }

    private static IAnswerTranslator Translator() => new MessagesProtocol().Answer(GatewaySamples.Inbound(new FakeTime()), "a/b", "B");

    private static string Delta(string members) => $$"""{"choices":[{"index":0,"delta":{{{members}}},"finish_reason":null}]}""";

    private static string Finish(string reason) => $$"""{"choices":[{"index":0,"delta":{},"finish_reason":"{{reason}}","native_finish_reason":"x"}]}""";

    private static string Call(int index, string? id, string? name, string arguments) => Delta(
        $"\"tool_calls\":[{{\"index\":{index},{(id is null ? "" : $"\"id\":\"{id}\",")}\"function\":{{{(name is null ? "" : $"\"name\":\"{name}\",")}\"arguments\":{Json(arguments)}}}}}]");
}
