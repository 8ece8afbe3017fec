using System.Text.Json.Nodes;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Responses;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Protocols.Responses;

/// <summary>What a Responses request asks, as a chat request.</summary>
public sealed class ResponsesRequestTests
{
    private static readonly ResponsesProtocol Protocol = new(new FakeTime());

    [Theory]
    [InlineData("\"input\":\"Hi\"", """[{"role":"user","content":"Hi"}]""")]
    [InlineData("\"instructions\":\"S\",\"input\":\"Hi\"", """[{"role":"system","content":"S"},{"role":"user","content":"Hi"}]""")]
    [InlineData("\"instructions\":null,\"input\":[{\"role\":\"developer\",\"content\":\"D\"},{\"type\":\"message\",\"role\":\"user\",\"content\":\"Hi\"}]",
        """[{"role":"developer","content":"D"},{"role":"user","content":"Hi"}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\"}]}]", """[{"role":"user","content":"a"}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}}]}]",
        """[{"role":"user","content":[{"type":"text","text":"a","prompt_cache_breakpoint":{"mode":"explicit"}}]}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\"},{\"type\":\"input_image\",\"image_url\":\"https://e.org/i.png\",\"detail\":\"low\"}]}]",
        """[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://e.org/i.png","detail":"low"}}]}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"filename\":\"a.pdf\",\"file_data\":\"data:x\"},{\"type\":\"input_file\",\"file_url\":\"https://e.org/b.pdf\"}]}]",
        """[{"role":"user","content":[{"type":"file","file":{"filename":"a.pdf","file_data":"data:x"}},{"type":"file","file":{"file_data":"https://e.org/b.pdf"}}]}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AA\",\"format\":\"wav\"}},{\"type\":\"input_audio\",\"data\":\"BB\",\"format\":\"mp3\"},{\"type\":\"input_video\",\"video_url\":\"https://e.org/v\"}]}]",
        """[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AA","format":"wav"}},{"type":"input_audio","input_audio":{"data":"BB","format":"mp3"}},{"type":"video_url","video_url":{"url":"https://e.org/v"}}]}]""")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":\"Q\"},{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"A\",\"annotations\":[]}]},{\"type\":\"web_search_call\",\"id\":\"ws_1\"},{\"type\":\"from_the_future\"},{\"role\":\"user\",\"content\":\"R\"}]",
        """[{"role":"user","content":"Q"},{"role":"assistant","content":"A"},{"role":"user","content":"R"}]""")]
    [InlineData("\"input\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"refusal\",\"refusal\":\"No\"}]},{\"role\":\"user\",\"content\":\"R\"}]",
        """[{"role":"assistant","content":null,"refusal":"No"},{"role":"user","content":"R"}]""")]
    public void Read_Input_BecomesMessages(string members, string messages) =>
        AssertJson(messages, Read(members)["messages"]);

    [Fact]
    public void Read_HalfAnEmoji_IsNoFault()
    {
        var chat = Protocol.Read(Utf8("""{"model":"acme/small","\ud83d":1,"input":[{"role":"user","\ud83d":1,"content":[{"type":"input_text","text":"cut \ud83d"}]}]}"""));

        Assert.Contains("""\ud83d"}]""", Text(chat.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneTurn_IsOneMessageWithReasoningTextAndCalls()
    {
        var messages = Read("""
            "input":[
              {"role":"user","content":"Q"},
              {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"S"}],"encrypted_content":"E","format":"openai-responses-v1"},
              {"type":"message","role":"assistant","content":[{"type":"output_text","text":"A"}]},
              {"type":"function_call","id":"fc_1","call_id":"c1","name":"find","arguments":"{\"q\":1}"},
              {"type":"reasoning","id":"rs_weir_0","summary":[],"content":[{"type":"reasoning_text","text":"T"},{"type":"reasoning_text","text":"U"}],"signature":"Sig","format":"anthropic-claude-v1"},
              {"type":"custom_tool_call","call_id":"c2","name":"run","input":"say \"x\""},
              {"type":"custom_tool_call_output","call_id":"c2","output":"two"},
              {"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"one"}]},
              {"type":"message","role":"assistant","content":"B"}]
            """)["messages"];

        AssertJson("""
            [{"role":"user","content":"Q"},
             {"role":"assistant","content":"A",
              "reasoning_details":[
                {"type":"reasoning.summary","summary":"S","id":"rs_1","format":"openai-responses-v1"},
                {"type":"reasoning.encrypted","data":"E","id":"rs_1","format":"openai-responses-v1"},
                {"type":"reasoning.text","text":"T","format":"anthropic-claude-v1"},
                {"type":"reasoning.text","text":"U","signature":"Sig","format":"anthropic-claude-v1"}],
              "tool_calls":[
                {"id":"c1","type":"function","function":{"name":"find","arguments":"{\"q\":1}"}},
                {"id":"c2","type":"function","function":{"name":"run","arguments":"{\"input\":\"say \\\"x\\\"\"}"}}]},
             {"role":"tool","tool_call_id":"c2","content":"two"},
             {"role":"tool","tool_call_id":"c1","content":"one"},
             {"role":"assistant","content":"B"}]
            """, messages);
    }

    [Fact]
    public void Read_SealedReasoningWithoutFormat_IsOpenAis()
    {
        var messages = Read("""
            "input":[{"type":"reasoning","summary":[{"type":"summary_text","text":"S"}],"content":null,"encrypted_content":"E"},{"role":"user","content":"Q"}]
            """)["messages"];

        AssertJson(
            """[{"type":"reasoning.summary","summary":"S"},{"type":"reasoning.encrypted","data":"E","format":"openai-responses-v1"}]""",
            messages![0]!["reasoning_details"]);
    }

    [Fact]
    public void Read_CallsOfNativeTools_AreCallsOfFunctions()
    {
        var messages = Read("""
            "input":[
              {"role":"user","content":"Q"},
              {"type":"local_shell_call","call_id":"c1","status":"completed","action":{"type":"exec","command":["ls"],"env":{}}},
              {"type":"shell_call","id":"sh_1","call_id":"c2","action":{"commands":["pwd"]}},
              {"type":"apply_patch_call","call_id":"c3","operation":{"type":"delete_file","path":"a"}},
              {"type":"local_shell_call_output","id":"c1","output":"a.txt"},
              {"type":"shell_call_output","call_id":"c2","output":[{"stdout":"/","stderr":"","outcome":{"type":"exit","exit_code":0}}]},
              {"type":"apply_patch_call_output","call_id":"c3","status":"completed"}]
            """)["messages"];

        AssertJson("""
            [{"role":"user","content":"Q"},
             {"role":"assistant","content":null,"tool_calls":[
               {"id":"c1","type":"function","function":{"name":"local_shell","arguments":"{\"type\":\"exec\",\"command\":[\"ls\"],\"env\":{}}"}},
               {"id":"c2","type":"function","function":{"name":"shell","arguments":"{\"commands\":[\"pwd\"]}"}},
               {"id":"c3","type":"function","function":{"name":"apply_patch","arguments":"{\"type\":\"delete_file\",\"path\":\"a\"}"}}]},
             {"role":"tool","tool_call_id":"c1","content":"a.txt"},
             {"role":"tool","tool_call_id":"c2","content":"[{\"stdout\":\"/\",\"stderr\":\"\",\"outcome\":{\"type\":\"exit\",\"exit_code\":0}}]"},
             {"role":"tool","tool_call_id":"c3","content":"completed"}]
            """, messages);
    }

    [Fact]
    public void Read_ToolsOfAnAgent_AreFunctionsWithoutWhatProvidersRun()
    {
        var chat = Read("""
            "input":"Hi","tool_choice":{"type":"local_shell"},"tools":[
              {"type":"function","name":"f"},{"type":"web_search","external_web_access":false},{"type":"local_shell"},
              {"type":"image_generation","output_format":"png"},{"type":"tool_search","execution":"client","description":"d","parameters":{}}]
            """);

        Assert.Equal(["f", "local_shell"], chat["tools"]!.AsArray().Select(tool => tool!["function"]!["name"]!.GetValue<string>()));
        Assert.Equal("object", chat["tools"]![1]!["function"]!["parameters"]!["type"]!.GetValue<string>());
        Assert.Equal("local_shell", chat["tool_choice"]!["function"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("\"max_output_tokens\":100", "\"max_completion_tokens\":100")]
    [InlineData("\"text\":{\"verbosity\":\"low\"}", "\"verbosity\":\"low\"")]
    [InlineData("\"text\":{\"format\":{\"type\":\"json_object\"}}", "\"response_format\":{\"type\":\"json_object\"}")]
    [InlineData("\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"n\",\"schema\":{\"a\":1},\"strict\":true}}",
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{\"a\":1},\"strict\":true}}")]
    [InlineData("\"text\":{\"format\":{\"type\":\"text\"}}", "")]
    [InlineData("\"reasoning\":{\"effort\":\"high\",\"generate_summary\":\"auto\",\"context\":null}", "\"reasoning\":{\"effort\":\"high\",\"summary\":\"auto\"}")]
    [InlineData("\"reasoning\":{\"effort\":null}", "")]
    [InlineData("\"include\":[\"reasoning.encrypted_content\"]", "")]
    [InlineData("\"include\":[\"message.output_text.logprobs\"]", "\"logprobs\":true")]
    [InlineData("\"top_logprobs\":3", "\"logprobs\":true,\"top_logprobs\":3")]
    [InlineData("\"top_logprobs\":0", "")]
    [InlineData("\"store\":false,\"previous_response_id\":null,\"background\":true,\"truncation\":\"auto\",\"stream_options\":{\"include_obfuscation\":false}", "")]
    [InlineData("\"temperature\":0.5,\"top_p\":null,\"metadata\":{\"a\":\"b\"},\"prompt_cache_key\":\"k\",\"service_tier\":\"flex\",\"user\":\"u\",\"models\":[\"a/b\"],\"x_vendor\":{\"y\":1}",
        "\"temperature\":0.5,\"metadata\":{\"a\":\"b\"},\"prompt_cache_key\":\"k\",\"service_tier\":\"flex\",\"user\":\"u\",\"models\":[\"a/b\"],\"x_vendor\":{\"y\":1}")]
    [InlineData("\"parallel_tool_calls\":true,\"tool_choice\":\"auto\",\"tools\":[]", "")]
    [InlineData("\"tools\":[{\"type\":\"function\",\"name\":\"find\",\"description\":null,\"parameters\":{\"type\":\"object\"},\"strict\":true}],\"tool_choice\":{\"type\":\"function\",\"name\":\"find\"},\"parallel_tool_calls\":false",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find\",\"parameters\":{\"type\":\"object\"},\"strict\":true}}],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"find\"}},\"parallel_tool_calls\":false")]
    [InlineData("\"tools\":[{\"type\":\"function\",\"name\":\"a\"},{\"type\":\"function\",\"name\":\"b\"}],\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"required\",\"tools\":[{\"type\":\"function\",\"name\":\"b\"}]}",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"b\"}}],\"tool_choice\":\"required\"")]
    [InlineData("\"tools\":[{\"type\":\"namespace\",\"name\":\"crm\",\"description\":\"d\",\"tools\":[{\"type\":\"function\",\"name\":\"find\"}]}]",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"crm__find\"}}]")]
    public void Read_Settings_BecomeThoseOfChat(string members, string expected)
    {
        var chat = Read("\"input\":\"Hi\"," + members);

        _ = chat.Remove("messages");
        AssertJson($$"""{"model":"acme/small"{{(expected.Length > 0 ? "," : "")}}{{expected}}}""", chat);
    }

    [Fact]
    public void Read_CustomTool_IsAFunctionWithOneStringThatKnowsItsGrammar()
    {
        var function = Read("""
            "input":"Hi","tools":[{"type":"custom","name":"run","description":"Runs.","format":{"type":"grammar","syntax":"lark","definition":"start: A"}}],"tool_choice":{"type":"custom","name":"run"}
            """)["tools"]![0]!["function"]!;

        Assert.Equal("run", (string?)function["name"]);
        Assert.Equal("Runs.\n\n'input' must match this lark grammar:\nstart: A", (string?)function["description"]);
        Assert.Equal("string", (string?)function["parameters"]!["properties"]!["input"]!["type"]);
        Assert.Equal("input", (string?)function["parameters"]!["required"]![0]);
    }

    [Theory]
    [InlineData("\"input\":\"Hi\",\"store\":true", 400, "'store'")]
    [InlineData("\"input\":\"Hi\",\"previous_response_id\":\"resp_1\"", 400, "'previous_response_id'")]
    [InlineData("\"input\":\"Hi\",\"conversation\":\"conv_1\"", 400, "'conversation'")]
    [InlineData("\"input\":\"Hi\",\"prompt\":{\"id\":\"p\"}", 501, "'prompt'")]
    [InlineData("\"temperature\":1", 400, "'input' is missing")]
    [InlineData("\"messages\":[]", 400, "POST /api/v1/chat/completions")]
    [InlineData("\"input\":5", 400, "'input' is a number")]
    [InlineData("\"input\":[]", 400, "'input' is an empty list")]
    [InlineData("\"input\":[\"Hi\"]", 400, "'input[0]' is a string")]
    [InlineData("\"input\":[{\"content\":\"Hi\"}]", 400, "'input[0].type' is missing")]
    [InlineData("\"input\":[{\"role\":\"tool\",\"content\":\"Hi\"}]", 400, "'input[0].role' is \"tool\"")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":null}]", 400, "'input[0].content' is missing")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a\"},{\"type\":\"input_image\"}]}]", 400, "'input[0].content[1].image_url' is missing")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"hologram\"}]}]", 400, "'input[0].content[0].type' is \"hologram\"")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"file_id\":\"file_1\"}]}]", 501, "'input[0].content[0].file_id'")]
    [InlineData("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\"}]}]", 400, "'input[0].content[0]' has neither")]
    [InlineData("\"input\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"input_image\"}]}]", 400, "'input[0].content[0].type'")]
    [InlineData("\"input\":[{\"type\":\"function_call\",\"name\":\"f\",\"arguments\":\"{}\"}]", 400, "'input[0].call_id' is missing")]
    [InlineData("\"input\":[{\"type\":\"function_call\",\"name\":\"f\",\"call_id\":\"c\",\"arguments\":{}}]", 400, "'input[0].arguments' is an object")]
    [InlineData("\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"c\"}]", 400, "'input[0].output' is missing")]
    [InlineData("\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_1\"}]", 400, "'input[0]' is an item_reference")]
    [InlineData("\"input\":[{\"type\":\"compaction\",\"encrypted_content\":\"x\"}]", 501, "'compaction' (input[0])")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"web_search\"}]", 501, "The tool 'web_search' (tools[0])")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"},{\"type\":\"web_search\"}],\"tool_choice\":{\"type\":\"web_search\"}", 501, "The tool 'web_search' (tool_choice)")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"},{\"type\":\"mcp\",\"server_label\":\"x\"}]", 501, "The tool 'mcp' (tools[1])")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"apply_patch\"},{\"type\":\"custom\",\"name\":\"apply_patch\"}]", 400, "'tools[1].name' is \"apply_patch\"")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"}],\"tool_choice\":{\"type\":\"shell\"}", 400, "'tool_choice.type' is \"shell\"")]
    [InlineData("\"input\":[{\"type\":\"local_shell_call\",\"call_id\":\"c\",\"action\":\"ls\"}]", 400, "'input[0].action' is a string")]
    [InlineData("\"input\":[{\"type\":\"apply_patch_call_output\",\"call_id\":\"c\"}]", 400, "'input[0].output' is missing")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"openrouter:datetime\"}]", 501, "The tool 'openrouter:datetime'")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\"}]", 400, "'tools[0].name' is missing")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"},{\"type\":\"custom\",\"name\":\"f\"}]", 400, "'tools[1].name' is \"f\"")]
    [InlineData("\"input\":\"Hi\",\"tools\":{}", 400, "'tools' is an object")]
    [InlineData("\"input\":\"Hi\",\"tool_choice\":\"maybe\"", 400, "'tool_choice' is \"maybe\"")]
    [InlineData("\"input\":\"Hi\",\"tool_choice\":{\"type\":\"web_search_preview\"}", 501, "'web_search_preview'")]
    [InlineData("\"input\":\"Hi\",\"tool_choice\":{\"type\":\"function\",\"name\":\"g\"}", 400, "'tool_choice.name' is \"g\"")]
    [InlineData("\"input\":\"Hi\",\"tools\":[{\"type\":\"function\",\"name\":\"f\"}],\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"auto\",\"tools\":[]}", 400, "'tool_choice.tools'")]
    [InlineData("\"input\":\"Hi\",\"max_output_tokens\":0", 400, "'max_output_tokens' is 0")]
    [InlineData("\"input\":\"Hi\",\"text\":{\"format\":{\"type\":\"xml\"}}", 400, "'text.format.type' is \"xml\"")]
    [InlineData("\"input\":\"Hi\",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"n\"}}", 400, "'text.format.schema' is missing")]
    [InlineData("\"input\":\"Hi\",\"stream\":1", 400, "'stream'")]
    public void Read_WhatCannotBeDone_IsRefusedByItsPlace(string members, int status, string place)
    {
        var refusal = Assert.Throws<GatewayException>(() => Read(members));

        Assert.Equal(status, refusal.Error.Status);
        Assert.Contains(place, refusal.Error.Message, StringComparison.Ordinal);
    }

    private static JsonObject Read(string members) =>
        JsonNode.Parse(Protocol.Read(Utf8("{\"model\":\"acme/small\"," + members + "}")).Body.Span)!.AsObject();

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected} and got {actual?.ToJsonString()}");
}
