using System.Text;
using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Chat;

public sealed class ChatRequestAttributesTests
{
    [Fact]
    public void Write_PlainRequest_SplitsParametersFromContent()
    {
        var sink = Write("""
            { "model": "m", "temperature": 0.20, "provider": { "order": ["A"] }, "messages": [ { "role": "user", "content": "h\u00e9 \ud83d\ude00" } ],
              "tools": [ { "type": "function", "function": { "name": "f" } } ], "functions": [], "prompt": "p", "instructions": "i" }
            """);

        Assert.Equal("m", sink["llm.model_name"]);
        Assert.Equal("""{"model":"m","temperature":0.20,"provider":{"order":["A"]}}""", sink["llm.invocation_parameters"]);
        Assert.Equal("""{"type":"function","function":{"name":"f"}}""", sink["llm.tools.0.tool.json_schema"]);
        Assert.Equal("user", sink["llm.input_messages.0.message.role"]);
        Assert.Equal("hé 😀", sink["llm.input_messages.0.message.content"]);
        Assert.StartsWith("""{"model":"m","temperature":0.20,""", (string)sink["input.value"]!, StringComparison.Ordinal);
        Assert.Equal("application/json", sink["input.mime_type"]);
    }

    [Fact]
    public void Write_AttributeOrder_LeavesMessagesToTheLimit()
    {
        var sink = Write("""{"messages":[{"role":"user","content":"x"}],"model":"m"}""");

        Assert.Equal(["llm.model_name", "input.value", "input.mime_type", "llm.invocation_parameters"], sink.Order.Take(4));
    }

    [Theory]
    [InlineData(10, false, "AAAA")]
    [InlineData(40_000, false, "__REDACTED__")]
    [InlineData(10, true, "__REDACTED__")]
    public void Write_RequestOfAnotherApi_ShowsWhatCameWithItsImagesCut(int length, bool hidesImages, string begin)
    {
        var image = $$"""{"type":"image","source":{"type":"base64","media_type":"image/png","data":"{{new string('A', length)}}"} }""";
        var received = $$"""{"messages":[{"role":"user","content":[{{image}},{"type":"tool_result","tool_use_id":"a","content":[{{image}}]}]}]}""";
        var sink = new RecordingSink();

        ChatRequestAttributes.Write(
            Encoding.UTF8.GetBytes("""{"messages":[{"role":"user","content":"meant"}]}"""),
            Encoding.UTF8.GetBytes(received),
            sink,
            TraceConfig.IgnoringEnvironment with { HideInputImages = hidesImages, StrictCompatibility = true });

        Assert.Equal("meant", sink["llm.input_messages.0.message.content"]);
        Assert.Equal(2, ((string)sink["input.value"]!).Split($"\"data\":\"{begin}").Length - 1);
    }

    [Fact]
    public void Write_Parts_KeepTheirIndex()
    {
        var sink = Write("""
            {"messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"file","file":{}},{"type":"image_url","image_url":"https://e/x.png"},
            {"type":"input_audio","input_audio":{"data":"QUJD","format":"mp3"}},{"type":"video_url","video_url":{"url":"https://e/v.mp4"}}]}]}
            """);

        const string Part = "llm.input_messages.0.message.contents.";
        Assert.Equal("a", sink[Part + "0.message_content.text"]);
        Assert.DoesNotContain(sink.Values.Keys, key => key.StartsWith(Part + "1.", StringComparison.Ordinal));
        Assert.Equal("https://e/x.png", sink[Part + "2.message_content.image.image.url"]);
        Assert.Equal("audio", sink[Part + "3.message_content.type"]);
        Assert.Equal("data:audio/mp3;base64,QUJD", sink[Part + "3.message_content.audio.audio.url"]);
        Assert.Equal("https://e/v.mp4", sink[Part + "4.message_content.video.video.url"]);
    }

    [Fact]
    public void Write_InlineMediaOverLimit_IsRedactedInValueToo()
    {
        var sink = Write(
            """{"messages":[{"content":[{"image_url":{"url":"data:image/png;base64,AAAAAAAAAAAA"}},{"input_audio":{"data":"BBBBBBBBBBBBBBBB","format":"wav"}}]}],"model":"m"}""",
            TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = 20 });

        Assert.Equal(
            """{"messages":[{"content":[{"image_url":{"url":"__REDACTED__"}},{"input_audio":{"data":"__REDACTED__","format":"wav"}}]}],"model":"m"}""",
            sink["input.value"]);
        Assert.Equal("__REDACTED__", sink["llm.input_messages.0.message.contents.0.message_content.image.image.url"]);
        Assert.Equal("__REDACTED__", sink["llm.input_messages.0.message.contents.1.message_content.audio.audio.url"]);
    }

    [Fact]
    public void Write_ToolsHidden_AreRedactedInValueToo()
    {
        var sink = Write("""{"tools":[{"secret":1}],"messages":[]}""", TraceConfig.IgnoringEnvironment with { HideLlmTools = true });

        Assert.Equal("""{"tools":"__REDACTED__","messages":[]}""", sink["input.value"]);
    }

    [Fact]
    public void Write_AssistantHistory_KeepsCallsReasoningAndResults()
    {
        var sink = Write("""
            {"messages":[{"role":"assistant","content":"t","reasoning_details":[{"type":"reasoning.text","text":"think","signature":"sig"}],
            "tool_calls":[{"id":"c1","function":{"name":"f","arguments":"{\"a\":"}}]},{"role":"tool","tool_call_id":"c1","name":"f","content":"5"}]}
            """);

        const string First = "llm.input_messages.0.message.";
        Assert.Equal("reasoning", sink[First + "contents.0.message_content.type"]);
        Assert.Equal("think", sink[First + "contents.0.message_content.text"]);
        Assert.Equal("sig", sink[First + "contents.0.message_content.signature"]);
        Assert.Equal("t", sink[First + "contents.1.message_content.text"]);
        Assert.Equal("{\"a\":", sink[First + "tool_calls.0.tool_call.function.arguments"]);
        Assert.Equal("c1", sink["llm.input_messages.1.message.tool_call_id"]);
        Assert.Equal("f", sink["llm.input_messages.1.message.name"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("")]
    [InlineData("{\"a\":")]
    public void Write_NotAnObject_IsRecordedAsText(string body)
    {
        var sink = Write(body);

        Assert.Equal(body, sink["input.value"]);
        Assert.Equal("text/plain", sink["input.mime_type"]);
        Assert.Equal(2, sink.Values.Count);
    }

    [Theory]
    [InlineData("""{"messages":{"a":1},"tools":"x","model":7}""")]
    [InlineData("""{"messages":[null,1,"x",[],{"role":1,"content":{"a":1},"tool_calls":{},"function_call":"auto","name":null}]}""")]
    [InlineData("""{"messages":[{"content":[null,1,"x",{"type":"text"},{"image_url":{}},{"input_audio":{}}],"tool_calls":[null,{"function":1}]}]}""")]
    public void Write_UnexpectedTypes_AreSkipped(string body)
    {
        var sink = Write(body);

        Assert.Equal(body, sink["input.value"]);
    }

    [Fact]
    public void Write_LoneSurrogateAndBrokenUtf8_BecomeReplacementCharacters()
    {
        var body = Encoding.UTF8.GetBytes("""{"messages":[{"role":"user","content":"a\ud83db\n"},{"role":"user","content":"X"}]}""");
        body[Array.LastIndexOf(body, (byte)'X')] = 0xFF;
        var sink = new RecordingSink();

        ChatRequestAttributes.Write(body, sink, TraceConfig.IgnoringEnvironment);

        Assert.Equal("a\uFFFDb\n", sink["llm.input_messages.0.message.content"]);
        Assert.Equal("\uFFFD", sink["llm.input_messages.1.message.content"]);
    }

    private static RecordingSink Write(string body, TraceConfig? config = null)
    {
        var sink = new RecordingSink();
        ChatRequestAttributes.Write(Encoding.UTF8.GetBytes(body), sink, config ?? TraceConfig.IgnoringEnvironment);
        return sink;
    }
}
