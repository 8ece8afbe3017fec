using System.Text;
using Weir.Protocol.Traces;
using Weir.Tracing.Content;
using Xunit;

namespace Weir.Tests.Tracing.Content;

/// <summary>Spans of OpenTelemetry GenAI and of the AI SDK, as people read them.</summary>
public sealed class ForeignContentTests
{
    [Fact]
    public void GenAi_MessagesInAttributes_AreReadWithCallsAndResults()
    {
        var content = Read(
            """
            {"gen_ai.system_instructions":"[{\"type\":\"text\",\"content\":\"Be brief.\"}]",
             "gen_ai.input.messages":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Weather?\"},{\"type\":\"uri\",\"modality\":\"image\",\"uri\":\"https://e.org/a.png\"}]},{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\",\"name\":\"weather\",\"arguments\":{\"city\":\"Rome\"}}]},{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"c1\",\"response\":\"sunny\"},{\"type\":\"tool_call_response\",\"id\":\"c2\",\"response\":{\"a\":1}}]}]",
             "gen_ai.output.messages":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"hm\"},{\"type\":\"text\",\"content\":\"Sunny.\"}],\"finish_reason\":\"stop\"}]",
             "gen_ai.tool.definitions":"[{\"type\":\"function\",\"name\":\"weather\",\"description\":\"tells\"}]",
             "gen_ai.request.temperature":0.5,"gen_ai.request.model":"m"}
            """);

        Assert.Equal(["system", "user", "assistant", "tool", "tool"], content.InputMessages.Select(message => message.Role));
        Assert.Equal("Be brief.", content.InputMessages[0].Parts[0].Text!.Text);
        Assert.Equal(["text", "image"], content.InputMessages[1].Parts.Select(part => part.Type));
        Assert.Equal("https://e.org/a.png", content.InputMessages[1].Parts[1].Url!.Text);
        var call = Assert.Single(content.InputMessages[2].ToolCalls);
        Assert.Equal(("c1", "weather", """{"city":"Rome"}"""), (call.Id, call.Name, call.Arguments!.Text));
        Assert.Equal([("c1", "sunny"), ("c2", """{"a":1}""")], content.InputMessages.Skip(3).Select(message => (message.ToolCallId!, message.Parts[0].Text!.Text)));
        var answer = Assert.Single(content.OutputMessages);
        Assert.Equal([("reasoning", "hm"), ("text", "Sunny.")], answer.Parts.Select(part => (part.Type, part.Text!.Text)));
        Assert.Equal("stop", answer.FinishReason);
        Assert.Equal(("weather", "tells"), (content.Tools[0].Name, content.Tools[0].Description));
        Assert.Equal("""{"temperature":0.5}""", content.Parameters!.Value.GetRawText());
    }

    [Fact]
    public void GenAi_MessagesInEvents_AreRead()
    {
        var content = Read(
            """{"gen_ai.system":"openai","gen_ai.response.finish_reasons":["stop"]}""",
            """
            [{"name":"gen_ai.user.message","time_unix_nano":1,"attributes":{"content":"Hi"}},
             {"name":"gen_ai.assistant.message","time_unix_nano":2,"attributes":{"gen_ai.event.content":"{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}"}},
             {"name":"gen_ai.choice","time_unix_nano":3,"attributes":{"index":0,"message":"{\"role\":\"assistant\",\"content\":\"Hello\"}"}}]
            """);

        Assert.Equal([("user", "Hi")], content.InputMessages.Take(1).Select(message => (message.Role, message.Parts[0].Text!.Text)));
        Assert.Equal("f", content.InputMessages[1].ToolCalls[0].Name);
        Assert.Equal(("assistant", "Hello", "stop"), (content.OutputMessages[0].Role, content.OutputMessages[0].Parts[0].Text!.Text, content.OutputMessages[0].FinishReason));
    }

    [Fact]
    public void OpenLlmetry_FlatMessages_AreRead()
    {
        var content = Read("""{"gen_ai.prompt.0.role":"user","gen_ai.prompt.0.content":"Hi","gen_ai.completion.0.role":"assistant","gen_ai.completion.0.content":"Hello"}""");

        Assert.Equal(("user", "Hi"), (content.InputMessages[0].Role, content.InputMessages[0].Parts[0].Text!.Text));
        Assert.Equal(("assistant", "Hello"), (content.OutputMessages[0].Role, content.OutputMessages[0].Parts[0].Text!.Text));
    }

    [Fact]
    public void AiSdk_ModelCall_IsReadWithToolsAndCalls()
    {
        var content = Read(
            """
            {"ai.operationId":"ai.generateText.doGenerate",
             "ai.prompt.messages":"[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Weather?\"}]},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool-call\",\"toolCallId\":\"c1\",\"toolName\":\"weather\",\"input\":{\"city\":\"Rome\"}}]},{\"role\":\"tool\",\"content\":[{\"type\":\"tool-result\",\"toolCallId\":\"c1\",\"toolName\":\"weather\",\"output\":\"sunny\"}]}]",
             "ai.prompt.tools":["{\"type\":\"function\",\"name\":\"weather\"}"],
             "ai.response.text":"Sunny.","ai.response.toolCalls":"[{\"toolCallId\":\"c2\",\"toolName\":\"again\",\"input\":\"{}\"}]",
             "ai.response.finishReason":"tool-calls","ai.settings.maxRetries":2}
            """);

        Assert.Equal(["system", "user", "assistant", "tool"], content.InputMessages.Select(message => message.Role));
        Assert.Equal("Weather?", content.InputMessages[1].Parts[0].Text!.Text);
        Assert.Equal("weather", content.InputMessages[2].ToolCalls[0].Name);
        Assert.Equal(("c1", "sunny"), (content.InputMessages[3].ToolCallId, content.InputMessages[3].Parts[0].Text!.Text));
        var answer = Assert.Single(content.OutputMessages);
        Assert.Equal(("assistant", "Sunny.", "again", "tool-calls"), (answer.Role, answer.Parts[0].Text!.Text, answer.ToolCalls[0].Name, answer.FinishReason));
        Assert.Equal("weather", content.Tools[0].Name);
    }

    [Fact]
    public void AiSdk_OuterSpanAndTool_AreRead()
    {
        var outer = Read("""{"ai.prompt":"{\"system\":\"Be brief.\",\"prompt\":\"Hi\"}","ai.response.text":"Hello"}""");
        var tool = Read("""{"ai.toolCall.name":"weather","ai.toolCall.args":"{\"city\":\"Rome\"}","ai.toolCall.result":"\"sunny\""}""");

        Assert.Equal([("system", "Be brief."), ("user", "Hi")], outer.InputMessages.Select(message => (message.Role, message.Parts[0].Text!.Text)));
        Assert.Equal("Hello", outer.OutputMessages[0].Parts[0].Text!.Text);
        Assert.Equal("weather", tool.Tools[0].Name);
        Assert.Equal(("""{"city":"Rome"}""", "\"sunny\""), (tool.Input!.Text, tool.Output!.Text));
    }

    [Fact]
    public void OpenInferenceMessages_WinOverOthers()
    {
        var content = Read("""{"llm.input_messages.0.message.role":"user","llm.input_messages.0.message.content":"mine","gen_ai.input.messages":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"theirs\"}]}]"}""");

        Assert.Equal("mine", Assert.Single(content.InputMessages).Parts[0].Text!.Text);
    }

    private static SpanContent Read(string attributes, string events = "") => SpanContentReader.Read(Encoding.UTF8.GetBytes(attributes), Encoding.UTF8.GetBytes(events), 0);
}
