using System.Text.Json;
using Weir.Gateway.Protocols.Responses;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Protocols.Responses;

/// <summary>What a client of Responses gets: the events of a stream, and the whole object.</summary>
public sealed class ResponsesAnswerTests
{
    [Fact]
    public void Stream_Text_HasTheEventsOfTheProtocolInTheirOrder()
    {
        var stream = new ResponseStream().Delta("""{"role":"assistant","content":""}""").Delta("""{"content":"Hel"}""").Delta("""{"content":"lo"}""").Finish("stop").Close();

        var output = ResponseGrammar.Check(stream.Events);

        Assert.Equal(
            [
                "response.created", "response.in_progress", "response.output_item.added", "response.content_part.added", "response.output_text.delta",
                "response.output_text.delta", "response.output_text.done", "response.content_part.done", "response.output_item.done", "response.completed",
            ],
            stream.Types);
        Assert.True(stream.HasEndMark);
        Assert.Equal("Hello", output[0].GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("[]", stream.Events[4].GetProperty("logprobs").GetRawText());
    }

    [Fact]
    public void Stream_Reasoning_TellsSummaryAndTextApartAndKeepsWhatMustComeBack()
    {
        var stream = new ResponseStream()
            .Delta("""{"reasoning":"S","reasoning_details":[{"type":"reasoning.summary","summary":"S","id":"rs_9","format":"openai-responses-v1","index":0}]}""")
            .Delta("""{"reasoning_details":[{"type":"reasoning.encrypted","data":"E","id":"rs_9","format":"openai-responses-v1","index":1}]}""")
            .Delta("""{"reasoning":"T","reasoning_details":[{"type":"reasoning.text","text":"T","format":"anthropic-claude-v1","index":0}]}""")
            .Delta("""{"reasoning":"U","reasoning_details":[{"type":"reasoning.text","text":"U","format":"anthropic-claude-v1","index":0}]}""")
            .Delta("""{"reasoning_details":[{"type":"reasoning.text","signature":"Sig","format":"anthropic-claude-v1","index":0}]}""")
            .Delta("""{"content":"Hi"}""").Finish("stop").Close();

        var output = ResponseGrammar.Check(stream.Events);

        Assert.Equal(["reasoning", "reasoning", "message"], output.Select(item => item.GetProperty("type").GetString()));
        Assert.Equal("""{"id":"rs_9","type":"reasoning","summary":[{"type":"summary_text","text":"S"}],"encrypted_content":"E","format":"openai-responses-v1","status":"completed"}""", output[0].GetRawText());
        Assert.Equal("[{\"type\":\"reasoning_text\",\"text\":\"TU\"}]", output[1].GetProperty("content").GetRawText());
        Assert.Equal("Sig", output[1].GetProperty("signature").GetString());
        Assert.StartsWith("rs_weir_", output[1].GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_Reasoning_ComesBackAsTheDetailsItCameFrom()
    {
        string[] details =
        [
            """{"type":"reasoning.summary","summary":"S","id":"rs_9","format":"openai-responses-v1"}""",
            """{"type":"reasoning.encrypted","data":"E","id":"rs_9","format":"openai-responses-v1"}""",
            """{"type":"reasoning.text","text":"T","signature":"Sig","format":"anthropic-claude-v1"}""",
            """{"type":"reasoning.encrypted","data":"R","format":"anthropic-claude-v1"}""",
            """{"type":"reasoning.encrypted","data":"G","id":"call_7","format":"google-gemini-v1"}""",
        ];
        var stream = new ResponseStream();
        Array.ForEach(details, detail => _ = stream.Delta($$"""{"reasoning_details":[{{detail}}]}"""));

        var output = ResponseGrammar.Check(stream.Delta("""{"content":"Hi"}""").Finish("stop").Close().Events);
        var chat = new ResponsesProtocol(new FakeTime()).Read(Utf8($$"""{"input":[{{string.Join(',', output.Select(item => item.GetRawText()))}}]}"""));

        Assert.Contains($"\"reasoning_details\":[{string.Join(',', details)}]", Text(chat.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_PlainReasoning_IsText()
    {
        var stream = new ResponseStream().Delta("""{"reasoning_content":"Hm"}""").Delta("""{"content":"Hi"}""").Finish("stop").Close();

        Assert.Equal("Hm", ResponseGrammar.Check(stream.Events)[0].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Stream_CallsInterleaved_AreEachWhole()
    {
        var stream = new ResponseStream()
            .Delta("""{"content":"Wait"}""")
            .Delta("""{"tool_calls":[{"index":0,"id":"c0","type":"function","function":{"name":"a","arguments":""}},{"index":1,"id":"c1","type":"function","function":{"name":"b","arguments":"{\"x\""}}]}""")
            .Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"{\"y\":"}}]}""")
            .Delta("""{"tool_calls":[{"index":1,"function":{"arguments":":1}"}},{"index":0,"function":{"arguments":"2}"}}]}""")
            .Delta("""{"tool_calls":[{"index":2,"id":"c2","function":{"name":"c"}}]}""")
            .Finish("tool_calls").Close();

        var output = ResponseGrammar.Check(stream.Events);

        Assert.Equal("response.completed", stream.Types.Last());
        Assert.Equal(
            ["message", "a c0 {\"y\":2}", "b c1 {\"x\":1}", "c c2 {}"],
            output.Select(item => item.TryGetProperty("call_id", out var id)
                ? $"{item.GetProperty("name")} {id} {item.GetProperty("arguments")}"
                : item.GetProperty("type").GetString()));
        Assert.Equal("b", stream.Events.Single(item => item.GetProperty("type").GetString() == "response.function_call_arguments.done"
            && item.GetProperty("output_index").GetInt32() == 2).GetProperty("name").GetString());
    }

    [Fact]
    public void Stream_CallsThatAllSayIndexZero_AreToldApartByTheirIds()
    {
        var stream = new ResponseStream()
            .Delta("""{"tool_calls":[{"index":0,"id":"c0","function":{"name":"a","arguments":"{}"}}]}""")
            .Delta("""{"tool_calls":[{"index":0,"id":"c1","function":{"name":"a","arguments":"{\"x\":1}"}}]}""")
            .Finish("tool_calls").Close();

        Assert.Equal(["{}", "{\"x\":1}"], ResponseGrammar.Check(stream.Events).Select(item => item.GetProperty("arguments").GetString()));
    }

    [Fact]
    public void Stream_CustomAndGroupedTools_AreCalledByTheirOwnNames()
    {
        var stream = new ResponseStream()
            .Delta("""{"tool_calls":[{"index":0,"id":"c0","function":{"name":"run","arguments":"{\"inp"}},{"index":1,"id":"c1","function":{"name":"crm__find","arguments":"{}"}}]}""")
            .Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"ut\":\"say \\\"x\\\"\"}"}}]}""")
            .Finish("tool_calls").Close();

        var output = ResponseGrammar.Check(stream.Events);

        Assert.Equal(("custom_tool_call", "run", "say \"x\""), (output[0].GetProperty("type").GetString(), output[0].GetProperty("name").GetString(), output[0].GetProperty("input").GetString()));
        Assert.Equal(("crm", "find"), (output[1].GetProperty("namespace").GetString(), output[1].GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("local_shell", "local_shell_call", "action", """{"type":"exec","command":["ls"],"env":{}}""", """{"type":"exec","command":["ls"],"env":{}}""")]
    [InlineData("shell", "shell_call", "action", """{"commands":["ls"]}""", """{"commands":["ls"]}""")]
    [InlineData("apply_patch", "apply_patch_call", "operation", """{"type":"delete_file","path":"a"}""", """{"type":"delete_file","path":"a"}""")]
    [InlineData("local_shell", "local_shell_call", "action", """{"type":"exec","comm""", "{}")]
    [InlineData("local_shell", "local_shell_call", "action", "[1]", "{}")]
    public void Stream_CallOfANativeTool_IsAnItemOfItsOwnToldWhole(string tool, string type, string payload, string arguments, string told)
    {
        var half = arguments.Length / 2;
        var stream = new ResponseStream($$"""{"model":"acme/small","input":"Hi","tools":[{"type":"{{tool}}"}]}""")
            .Delta($$$"""{"tool_calls":[{"index":0,"id":"c0","function":{"name":"{{{tool}}}","arguments":{{{Quoted(arguments[..half])}}} }}]}""")
            .Delta($$$"""{"tool_calls":[{"index":0,"function":{"arguments":{{{Quoted(arguments[half..])}}} }}]}""")
            .Finish("tool_calls").Close();

        var item = Assert.Single(ResponseGrammar.Check(stream.Events));

        Assert.Equal((type, "c0"), (item.GetProperty("type").GetString(), item.GetProperty("call_id").GetString()));
        Assert.Equal(told, item.GetProperty(payload).GetRawText());
        Assert.DoesNotContain(stream.Types, name => name.Contains("arguments", StringComparison.Ordinal));

        static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
    }

    [Fact]
    public void Stream_RefusalAnnotationsAndLogprobs_AreParts()
    {
        var stream = new ResponseStream()
            .Choice("""{"index":0,"delta":{"content":"Hi"},"logprobs":{"content":[{"token":"Hi","logprob":-0.1,"bytes":null,"top_logprobs":[{"token":"Ho","logprob":-2}]}]},"finish_reason":null}""")
            .Delta("""{"annotations":[{"type":"url_citation","url_citation":{"url":"https://e.org","title":"E","start_index":0,"end_index":2}},{"type":"file","file":{"hash":"h"}}]}""")
            .Delta("""{"refusal":"No"}""").Finish("stop").Close();

        var content = ResponseGrammar.Check(stream.Events)[0].GetProperty("content");

        Assert.Equal("""[{"type":"url_citation","url":"https://e.org","title":"E","start_index":0,"end_index":2}]""", content[0].GetProperty("annotations").GetRawText());
        Assert.Equal("""[{"token":"Hi","logprob":-0.1,"bytes":[],"top_logprobs":[{"token":"Ho","logprob":-2,"bytes":[]}]}]""", content[0].GetProperty("logprobs").GetRawText());
        Assert.Equal("""{"type":"refusal","refusal":"No"}""", content[1].GetRawText());
        Assert.Equal(0, stream.Events.Single(item => item.GetProperty("type").GetString() == "response.output_text.annotation.added").GetProperty("annotation_index").GetInt32());
    }

    [Fact]
    public void Stream_EmojiSplitOverTwoChunks_IsWholeInTheEnd()
    {
        var stream = new ResponseStream().Delta("""{"content":"a\ud83d"}""").Delta("""{"content":"\ude00"}""").Finish("stop").Close();

        Assert.Equal("a\U0001F600", stream.Last.GetProperty("output")[0].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Stream_Image_IsAnImageCall()
    {
        var stream = new ResponseStream().Delta("""{"images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}]}""").Finish("stop").Close();

        Assert.Equal("iVBO", ResponseGrammar.Check(stream.Events)[0].GetProperty("result").GetString());
        Assert.Contains("response.image_generation_call.completed", stream.Types);
    }

    [Theory]
    [InlineData("length", "incomplete", "max_output_tokens")]
    [InlineData("content_filter", "incomplete", "content_filter")]
    [InlineData("error", "failed", null)]
    [InlineData("stop", "completed", null)]
    public void End_FollowsTheFinishReason(string finish, string status, string? reason)
    {
        var stream = new ResponseStream().Delta("""{"tool_calls":[{"index":0,"id":"c0","function":{"name":"a","arguments":"{\"x"}}]}""").Finish(finish).Close();
        var body = ResponseStream.Body("""{"role":"assistant","content":"Hi"}""", finish);

        _ = ResponseGrammar.Check(stream.Events);
        foreach (var response in (JsonElement[])[stream.Last, body])
        {
            Assert.Equal(status, response.GetProperty("status").GetString());
            Assert.Equal(reason, response.GetProperty("incomplete_details") is { ValueKind: JsonValueKind.Object } details ? details.GetProperty("reason").GetString() : null);
            Assert.Equal(status == "completed" ? JsonValueKind.Number : JsonValueKind.Null, response.GetProperty("completed_at").ValueKind);
            Assert.Equal(status == "failed" ? JsonValueKind.Object : JsonValueKind.Null, response.GetProperty("error").ValueKind);
            Assert.Equal(status == "completed" ? "completed" : "incomplete", response.GetProperty("output")[0].GetProperty("status").GetString());
        }
    }

    [Fact]
    public void Break_AfterSomeOutput_FailsWithWhatCameAndCompletesNothing()
    {
        var stream = new ResponseStream().Delta("""{"content":"Hel"}""").Delta("""{"tool_calls":[{"index":0,"id":"c0","function":{"name":"a","arguments":"{"}}]}""").Break();

        _ = ResponseGrammar.Check(stream.Events);

        Assert.True(stream.HasEndMark);
        Assert.Equal("response.failed", stream.Types.Last());
        Assert.Equal("""{"code":"server_error","message":"It broke."}""", stream.Last.GetProperty("error").GetRawText());
        Assert.Equal("provider_unavailable", stream.Last.GetProperty("error_type").GetString());
        Assert.Equal(["completed", "incomplete"], stream.Last.GetProperty("output").EnumerateArray().Select(item => item.GetProperty("status").GetString()));
        Assert.DoesNotContain("response.function_call_arguments.done", stream.Types);
    }

    [Theory]
    [InlineData(GatewayErrorCode.RateLimited, "rate_limit_exceeded")]
    [InlineData(GatewayErrorCode.ContextLengthExceeded, "invalid_prompt")]
    [InlineData(GatewayErrorCode.InvalidRequest, "invalid_prompt")]
    [InlineData(GatewayErrorCode.Timeout, "server_error")]
    public void Break_BeforeAnyOutput_IsAStreamOfItsOwn(GatewayErrorCode code, string expected)
    {
        var stream = new ResponseStream().Break(code);

        Assert.Empty(ResponseGrammar.Check(stream.Events));
        Assert.Equal(expected, stream.Last.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Body_HasEveryRequiredKeyAndRepeatsTheRequest()
    {
        var response = ResponseStream.Body("""{"role":"assistant","content":"Hi","reasoning":"Hm","tool_calls":[{"id":"c0","type":"function","function":{"name":"a","arguments":"{}"}},{"id":"c1","type":"function","function":{"name":"b","arguments":"{}"}}]}""", "tool_calls");

        string[] required =
        [
            "id", "object", "created_at", "completed_at", "status", "error", "incomplete_details", "instructions", "metadata", "model", "output", "parallel_tool_calls",
            "temperature", "top_p", "presence_penalty", "frequency_penalty", "tool_choice", "tools", "usage",
        ];
        Assert.All(required, key => Assert.True(response.TryGetProperty(key, out _), key));
        Assert.Equal(("gen-1-abc", "response", "acme/small", "default"), (
            response.GetProperty("id").GetString(), response.GetProperty("object").GetString(), response.GetProperty("model").GetString(), response.GetProperty("service_tier").GetString()));
        Assert.Equal(0.5, response.GetProperty("temperature").GetDouble());
        Assert.Equal("run", response.GetProperty("tools")[0].GetProperty("name").GetString());
        Assert.Equal(["reasoning", "message", "function_call", "function_call"], response.GetProperty("output").EnumerateArray().Select(item => item.GetProperty("type").GetString()));
        Assert.All(response.GetProperty("output").EnumerateArray(), item => Assert.Equal("completed", item.GetProperty("status").GetString()));
        Assert.Equal(
            """{"input_tokens":12,"input_tokens_details":{"cached_tokens":4},"output_tokens":30,"output_tokens_details":{"reasoning_tokens":8},"total_tokens":42,"cost":0.0000132,"is_byok":false,"cost_details":{"upstream_inference_cost":null,"upstream_inference_input_cost":0.0000012,"upstream_inference_output_cost":0.000012}}""",
            response.GetProperty("usage").GetRawText());
    }

    [Fact]
    public void WriteError_IsTheEnvelopeOfTheSkin()
    {
        var error = JsonDocument.Parse(new ResponsesProtocol(new FakeTime()).WriteError(GatewayError.Client(GatewayErrorCode.InvalidRequest, "No."), Id)).RootElement;

        Assert.Equal((400, "No."), (error.GetProperty("error").GetProperty("code").GetInt32(), error.GetProperty("error").GetProperty("message").GetString()));
        Assert.Equal(JsonValueKind.Null, error.GetProperty("metadata").ValueKind);
    }
}
