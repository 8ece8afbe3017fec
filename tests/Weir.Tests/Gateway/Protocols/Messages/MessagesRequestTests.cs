using Weir.Gateway.Protocols.Messages;
using Weir.Tests.Providers.Golden;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>What a request of the Messages API says as a chat.</summary>
public sealed class MessagesRequestTests
{
    private const string Hi = """[{"role":"user","content":"Hi"}]""";
    private const string Mark = """{"type":"ephemeral","ttl":"1h"}""";

    public static TheoryData<string, string, string> Turns => new()
    {
        { "text", Hi, Hi },
        { "one block", """[{"role":"user","content":[{"type":"text","text":"Hi"}]}]""", Hi },
        { "blocks", """[{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]""", """[{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]""" },
        {
            "marked block", $$$"""[{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{{{Mark}}}}]}]""",
            $$$"""[{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{{{Mark}}}}]}]"""
        },
        {
            "system turn", """[{"role":"user","content":"Hi"},{"role":"system","content":[{"type":"text","text":"S"}]}]""",
            """[{"role":"user","content":"Hi"},{"role":"system","content":"S"}]"""
        },
        {
            "media",
            """
            [{"role":"user","content":[
              {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO\/w=="}},
              {"type":"image","source":{"type":"url","url":"https://e.org/a.png"}},
              {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBE"},"title":"T","context":"C","citations":{"enabled":true}},
              {"type":"document","source":{"type":"text","media_type":"text/plain","data":"é"}}]}]
            """,
            """
            [{"role":"user","content":[
              {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO/w=="}},
              {"type":"image_url","image_url":{"url":"https://e.org/a.png"}},
              {"type":"file","file":{"filename":"T","file_data":"data:application/pdf;base64,JVBE","context":"C","citations":{"enabled":true}}},
              {"type":"file","file":{"filename":"document.txt","file_data":"data:text/plain;base64,w6k="}}]}]
            """
        },
        {
            "tool results, then what the user says",
            $$$"""
            [{"role":"user","content":[
              {"type":"tool_result","tool_use_id":"a","content":"12","is_error":true},
              {"type":"tool_result","tool_use_id":"b","content":[{"type":"text","text":"13"},{"type":"image","source":{"type":"url","url":"u"}}],"cache_control":{{{Mark}}}},
              {"type":"tool_result","tool_use_id":"c"},
              {"type":"openrouter_bash_tool_result","content":"not sent"},
              {"type":"text","text":"Go on"}]}]
            """,
            $$$"""
            [{"role":"tool","tool_call_id":"a","content":"12","is_error":true},
             {"role":"tool","tool_call_id":"b","content":[{"type":"text","text":"13"},{"type":"image_url","image_url":{"url":"u"}}],"cache_control":{{{Mark}}}},
             {"role":"tool","tool_call_id":"c","content":""},
             {"role":"user","content":"Go on"}]
            """
        },
        {
            "what the model said",
            """
            [{"role":"assistant","content":[
              {"type":"thinking","thinking":"Hm.","signature":"Sig"},{"type":"redacted_thinking","data":"Em"},
              {"type":"text","text":"Let me look."},
              {"type":"tool_use","id":"a","name":"find","input":{"q":"\u00e9"}},{"type":"tool_use","id":"b","name":"now"}]}]
            """,
            """
            [{"role":"assistant","content":"Let me look.","reasoning":"Hm.","reasoning_details":[
               {"type":"reasoning.text","text":"Hm.","signature":"Sig","format":"anthropic-claude-v1","index":0},
               {"type":"reasoning.encrypted","data":"Em","format":"anthropic-claude-v1","index":1}],
              "tool_calls":[{"id":"a","type":"function","function":{"name":"find","arguments":"{\"q\":\"\\u00e9\"}"}},
                            {"id":"b","type":"function","function":{"name":"now","arguments":"{}"}}]}]
            """
        },
        {
            "thinking again after speaking",
            """[{"role":"assistant","content":[{"type":"thinking","thinking":"1","signature":"a"},{"type":"text","text":"x"},{"type":"thinking","thinking":"2","signature":"b"},{"type":"text","text":"y"}]}]""",
            """
            [{"role":"assistant","content":"x","reasoning":"1","reasoning_details":[{"type":"reasoning.text","text":"1","signature":"a","format":"anthropic-claude-v1","index":0}]},
             {"role":"assistant","content":"y","reasoning":"2","reasoning_details":[{"type":"reasoning.text","text":"2","signature":"b","format":"anthropic-claude-v1","index":0}]}]
            """
        },
        {
            "thinking without a signature", """[{"role":"assistant","content":[{"type":"thinking","thinking":"Hm.","signature":""},{"type":"text","text":"x"}]}]""",
            """[{"role":"assistant","content":"x","reasoning":"Hm."}]"""
        },
        {
            "sealed data of somebody else", """[{"role":"assistant","content":[{"type":"redacted_thinking","data":"weir.reasoning:%%%"},{"type":"redacted_thinking","data":"weir.reasoning:WzFd"}]}]""",
            """
            [{"role":"assistant","content":null,"reasoning_details":[{"type":"reasoning.encrypted","data":"weir.reasoning:%%%","format":"anthropic-claude-v1","index":0},
              {"type":"reasoning.encrypted","data":"weir.reasoning:WzFd","format":"anthropic-claude-v1","index":1}]}]
            """
        },
        {
            "mark on the last call", $$$"""[{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":{},"cache_control":{{{Mark}}}}]}]""",
            $$$"""[{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}],"cache_control":{{{Mark}}}}]"""
        },
    };

    public static TheoryData<string, string> Members => new()
    {
        { "\"max_tokens\":9,\"temperature\":0.50,\"top_p\":1,\"top_k\":3,\"stream\":true", "\"max_tokens\":9,\"temperature\":0.50,\"top_p\":1,\"top_k\":3,\"stream\":true" },
        { "\"system\":\"S\"", """ "messages":[{"role":"system","content":"S"},{"role":"user","content":"Hi"}] """ },
        {
            $$$""" "system":[{"type":"text","text":"S","cache_control":{{{Mark}}}},{"type":"text","text":"T"}] """,
            $$$""" "messages":[{"role":"system","content":[{"type":"text","text":"S","cache_control":{{{Mark}}}},{"type":"text","text":"T"}]},{"role":"user","content":"Hi"}] """
        },
        { """ "stop_sequences":["a","b"] """, """ "stop":["a","b"] """ },
        { """ "metadata":{"user_id":"u-1"} """, """ "user":"u-1" """ },
        { """ "metadata":{"user_id":"u-1"},"user":"u-2" """, """ "user":"u-2" """ },
        { """ "metadata":{"user_id":null},"thinking":null,"tools":null """, "" },
        { """ "service_tier":"standard_only" """, """ "service_tier":"default" """ },
        { """ "service_tier":"auto","speed":"fast" """, """ "service_tier":"auto","speed":"fast" """ },
        { """ "thinking":{"type":"enabled","budget_tokens":2000,"display":"omitted"} """, """ "reasoning":{"max_tokens":2000,"exclude":true} """ },
        { """ "thinking":{"type":"adaptive"} """, """ "reasoning":{"effort":"high"} """ },
        { """ "thinking":{"type":"adaptive","display":"summarized"},"output_config":{"effort":"max"} """, """ "reasoning":{"effort":"max"} """ },
        { """ "thinking":{"type":"disabled"},"output_config":{"effort":"low"} """, """ "reasoning":{"enabled":false},"verbosity":"low" """ },
        {
            """ "output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}} """,
            """ "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object"}}} """
        },
        {
            $$$""" "tools":[{"name":"f","description":"D","input_schema":{"type":"object"},"strict":true,"cache_control":{{{Mark}}}},{"type":"custom","name":"g","input_schema":{}}] """,
            $$$""" "tools":[{"type":"function","function":{"name":"f","description":"D","parameters":{"type":"object"},"strict":true},"cache_control":{{{Mark}}}},{"type":"function","function":{"name":"g","parameters":{} } }] """
        },
        { """ "tool_choice":{"type":"any","disable_parallel_tool_use":true} """, """ "tool_choice":"required","parallel_tool_calls":false """ },
        { """ "tool_choice":{"type":"tool","name":"f"} """, """ "tool_choice":{"type":"function","function":{"name":"f"}} """ },
        { """ "fallbacks":[{"model":"a/b"}] """, """ "models":["a/b"] """ },
        { $$""" "cache_control":{{Mark}},"session_id":"s","trace":{"x":1},"route":"fallback","provider":{"order":["a"]},"plugins":[] """, $$""" "cache_control":{{Mark}},"session_id":"s","trace":{"x":1},"route":"fallback","provider":{"order":["a"]},"plugins":[] """ },
        { """ "context_management":{"edits":[{"type":"clear_tool_uses_20250919"}]},"x_new":{"a":[1]} """, """ "context_management":{"edits":[{"type":"clear_tool_uses_20250919"}]},"x_new":{"a":[1]} """ },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void Turn_BecomesChatMessages(string what, string messages, string expected)
    {
        Assert.NotEmpty(what);

        var request = Read($$$"""{"model":"a/b","messages":{{{messages}}}}""");

        Assert.Equal(GoldenJson.Spell(expected), GoldenJson.Spell(request.Value("messages").Span));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_HasItsFormInAChat(string members, string expected)
    {
        var request = Read($$$"""{"model":"a/b","messages":{{{Hi}}},{{{members}}}}""");

        var rest = expected.Length == 0 ? "" : "," + expected;
        var messages = expected.Contains("\"messages\"", StringComparison.Ordinal) ? "" : $",\"messages\":{Hi}";
        Assert.Equal(GoldenJson.Spell($$$"""{"model":"a/b"{{{messages}}}{{{rest}}}}"""), GoldenJson.Spell(request.Body.Span));
    }

    [Fact]
    public void Read_KeepsWhatTheGatewayReads()
    {
        var request = Read($$$"""{"model":"a/b","models":["c/d"],"stream":true,"metadata":{"user_id":"u"},"session_id":"s","mess\u0061ges":{{{Hi}}}}""");

        Assert.Equal(("a/b", "c/d", true, "u", "s"), (request.Model, request.Models.Single(), request.Stream, request.User, request.SessionId));
    }

    [Fact]
    public void HalfSurrogatePair_Passes()
    {
        var request = Read("""{"model":"a/b","\udfff":1,"messages":[{"role":"user","content":[{"type":"text","text":"cut \ud83d"}],"\ud83d":2}]}""");

        Assert.Equal("""[{"role":"user","content":"cut \ud83d"}]""", GatewaySamples.Text(request.Value("messages")));
    }

    [Fact]
    public void ForeignReasoning_ComesBackAsItWas()
    {
        const string Detail = """{"type":"reasoning.encrypted","data":"EpE","id":"call_7","format":"google-gemini-v1","index":3}""";
        var answer = new MessagesProtocol().Answer(GatewaySamples.Inbound(new FakeTime()), "a/b", "B");
        var body = answer.Body(GatewaySamples.Utf8($$$"""{"choices":[{"index":0,"message":{"content":"x","reasoning_details":[{{{Detail}}}]},"finish_reason":"stop"}],"usage":{}}"""));
        using var message = System.Text.Json.JsonDocument.Parse(body);

        var request = Read($$$"""{"model":"a/b","messages":[{"role":"assistant","content":{{{message.RootElement.GetProperty("content").GetRawText()}}}}]}""");

        Assert.Equal(GoldenJson.Spell($$"""[{"role":"assistant","content":"x","reasoning_details":[{{Detail}}]}]"""), GoldenJson.Spell(request.Value("messages").Span));
    }

    private static Weir.Gateway.Chat.ModelRequest Read(string json) => new MessagesProtocol().Read(GatewaySamples.Utf8(json));
}
