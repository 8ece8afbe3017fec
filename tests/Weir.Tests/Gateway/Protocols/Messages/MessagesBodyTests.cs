using System.Text.Json;
using Weir.Gateway.Protocols.Messages;
using Weir.Protocol.Errors;
using Weir.Tests.Providers.Golden;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>What a chat completion becomes as a message.</summary>
public sealed class MessagesBodyTests
{
    [Fact]
    public void Body_HasEveryKeyThatClientsNeed()
    {
        var body = Body("\"content\":\"Hi\"", "\"stop\"");

        Assert.Equal(
            GoldenJson.Spell("""
                {"id":"gen-1-abc","type":"message","role":"assistant","model":"a/b","provider":"B","content":[{"type":"text","text":"Hi","citations":null}],
                 "stop_reason":"end_turn","stop_sequence":null,"stop_details":null,"container":null,
                 "usage":{"input_tokens":3,"output_tokens":2,"cache_creation_input_tokens":0,"cache_read_input_tokens":1,"cache_creation":null,
                          "output_tokens_details":{"thinking_tokens":0},"server_tool_use":null,"service_tier":null,"inference_geo":null,"cost":0.5}}
                """),
            GoldenJson.Spell(body.GetRawText()));
    }

    [Theory]
    [InlineData("\"content\":null", "[]")]
    [InlineData(
        """ "content":"x","reasoning_details":[{"type":"reasoning.encrypted","data":"K1","format":"google-gemini-v1","index":0}]""",
        """[{"type":"text","text":"x","citations":null},{"type":"redacted_thinking","data":"weir.reasoning:eyJ0eXBlIjoicmVhc29uaW5nLmVuY3J5cHRlZCIsImRhdGEiOiJLMSIsImZvcm1hdCI6Imdvb2dsZS1nZW1pbmktdjEiLCJpbmRleCI6MH0="}]""")]
    [InlineData("\"reasoning\":\"Hm\",\"content\":\"x\"", """[{"type":"thinking","thinking":"Hm","signature":""},{"type":"text","text":"x","citations":null}]""")]
    [InlineData(
        """ "reasoning":"12","reasoning_details":[{"type":"reasoning.text","text":"1","signature":"a","index":0},{"type":"reasoning.text","text":"2","index":1},{"type":"reasoning.text","signature":"c","index":2},{"type":"reasoning.encrypted","data":"Em","index":3}]""",
        """[{"type":"thinking","thinking":"1","signature":"a"},{"type":"thinking","thinking":"2","signature":""},{"type":"thinking","thinking":"","signature":"c"},{"type":"redacted_thinking","data":"Em"}]""")]
    [InlineData(
        """ "tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{\"q\":1}"}},{"id":"b","type":"function","function":{"name":"g","arguments":""}},{"id":"c","type":"function","function":{"name":"h","arguments":"{no"}}]""",
        """
        [{"type":"tool_use","id":"a","name":"f","caller":{"type":"direct"},"input":{"q":1}},{"type":"tool_use","id":"b","name":"g","caller":{"type":"direct"},"input":{}},
         {"type":"tool_use","id":"c","name":"h","caller":{"type":"direct"},"input":{"INVALID_JSON":"{no"}}]
        """)]
    [InlineData(
        """ "content":"I know: Blue.","annotations":[{"type":"url_citation","url_citation":{"url":"u","title":"T","start_index":8,"end_index":13}},{"type":"citation","citation":{"type":"page_location"},"start_index":8,"end_index":13}]""",
        """
        [{"type":"text","text":"I know: ","citations":null},
         {"type":"text","text":"Blue.","citations":[{"type":"web_search_result_location","url":"u","title":"T","cited_text":"","encrypted_index":""},{"type":"page_location"}]}]
        """)]
    [InlineData(
        """ "content":"ab","annotations":[{"type":"url_citation","url_citation":{"url":"u","start_index":1,"end_index":9}}]""",
        """[{"type":"text","text":"ab","citations":[{"type":"web_search_result_location","url":"u","title":null,"cited_text":"","encrypted_index":""}]}]""")]
    public void Content_IsBlocks(string message, string content) =>
        Assert.Equal(GoldenJson.Spell(content), GoldenJson.Spell(Body(message, "\"stop\"").GetProperty("content").GetRawText()));

    [Fact]
    public void AnswerThatTheProviderCallsAnError_IsOne()
    {
        var body = Body("\"content\":\"x\"", "\"error\"");

        Assert.Equal("error", body.GetProperty("type").GetString());
        Assert.Equal("api_error", body.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(GatewayErrorCode.Unauthenticated, "authentication_error")]
    [InlineData(GatewayErrorCode.PermissionDenied, "permission_error")]
    [InlineData(GatewayErrorCode.PaymentRequired, "billing_error")]
    [InlineData(GatewayErrorCode.NotFound, "not_found_error")]
    [InlineData(GatewayErrorCode.RateLimited, "rate_limit_error")]
    [InlineData(GatewayErrorCode.ProviderOverloaded, "overloaded_error")]
    [InlineData(GatewayErrorCode.Timeout, "timeout_error")]
    [InlineData(GatewayErrorCode.ContextLengthExceeded, "invalid_request_error")]
    [InlineData(GatewayErrorCode.PayloadTooLarge, "invalid_request_error")]
    [InlineData(GatewayErrorCode.ProviderUnavailable, "api_error")]
    [InlineData(GatewayErrorCode.NotBuilt, "api_error")]
    public void Error_HasTheTypeOfThisProtocol(GatewayErrorCode code, string type)
    {
        var error = JsonDocument.Parse(new MessagesProtocol().WriteError(GatewayError.Client(code, "M"), id: null)).RootElement;

        Assert.Equal(("error", type, "M"), (error.GetProperty("type").GetString(), error.GetProperty("error").GetProperty("type").GetString(), error.GetProperty("error").GetProperty("message").GetString()));
        Assert.Equal(JsonValueKind.Null, error.GetProperty("request_id").ValueKind);
    }

    private static JsonElement Body(string message, string finish)
    {
        var completion = $$$"""{"id":"x","choices":[{"index":0,"message":{"role":"assistant",{{{message}}}},"finish_reason":{{{finish}}}}],"usage":{"prompt_tokens":4,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":1},"completion_tokens_details":{"reasoning_tokens":0},"cost":0.5}}""";
        return JsonDocument.Parse(new MessagesProtocol().Answer(GatewaySamples.Inbound(new FakeTime()), "a/b", "B").Body(GatewaySamples.Utf8(completion))).RootElement;
    }
}
