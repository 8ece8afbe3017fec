using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Messages;
using Weir.Gateway.Stages;
using Weir.Providers;
using Weir.Tests.Providers.Golden;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Messages;

/// <summary>A client of the Messages API over an upstream that speaks it too: what goes through the chat form and back is what it was.</summary>
public sealed class MessagesOverClaudeTests
{
    private const string Mark = """{"type":"ephemeral","ttl":"1h"}""";

    [Theory]
    [InlineData("claude-sonnet-4-5", """ "thinking":{"type":"enabled","budget_tokens":2000},"top_p":0.95 """, null)]
    [InlineData("claude-opus-4-8", """ "thinking":{"type":"adaptive","display":"omitted"},"output_config":{"effort":"xhigh"} """, null)]
    [InlineData("claude-opus-4-8", """ "thinking":{"type":"adaptive","display":"summarized"},"output_config":{"effort":"low","format":{"type":"json_schema","schema":{"type":"object"}}} """, null)]
    [InlineData("claude-sonnet-4-5", """ "temperature":0.3,"top_k":5,"stop_sequences":["END","\n\nQ:"],"stream":true,"speed":"fast" """, null)]
    [InlineData("claude-sonnet-4-5", """ "context_management":{"edits":[{"type":"clear_thinking_20251015","keep":"all"}]},"service_tier":"standard_only" """, null)]
    [InlineData("claude-sonnet-4-5", """ "tool_choice":{"type":"tool","name":"find","disable_parallel_tool_use":true} """, null)]
    [InlineData("claude-sonnet-4-5", """ "tool_choice":{"type":"auto"} """, null)]
    [InlineData("claude-sonnet-4-5", """ "thinking":{"type":"disabled"} """, " ")]
    public void Request_ReachesClaudeAsItWas(string model, string members, string? expected)
    {
        var request = Request(model, members);

        Assert.Equal(GoldenJson.Spell(Request(model, expected ?? members)), GoldenJson.Spell(Upstream(model, request)));
    }

    [Fact]
    public async Task Stream_ReachesTheClientAsItWas()
    {
        string[] events =
        [
            """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"Sig"}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"Em"}}""",
            """{"type":"content_block_stop","index":1}""",
            """{"type":"content_block_start","index":2,"content_block":{"type":"text","text":"","citations":null}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"It says so."}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"citations_delta","citation":{"type":"char_location","cited_text":"so","document_index":0,"document_title":null,"start_char_index":0,"end_char_index":2}}}""",
            """{"type":"content_block_stop","index":2}""",
            """{"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"toolu_1","name":"find","caller":{"type":"direct"},"input":{}}}""",
            """{"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\"q\":"}}""",
            """{"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"\"\\u00e9\"}"}}""",
            """{"type":"content_block_stop","index":3}""",
        ];
        string[] upstream =
        [
            """{"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":10,"output_tokens":1}}}""", .. events,
            """{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":5}}""", """{"type":"message_stop"}""",
        ];

        var sent = await RelayAsync(string.Concat(upstream.Select(data => $"event: x\ndata: {data}\n\n")));

        Assert.Equal(events, sent.Split('\n').Where(line => line.StartsWith("data: {\"type\":\"content_block", StringComparison.Ordinal)).Select(line => line["data: ".Length..]));
        Assert.Contains("\"stop_reason\":\"tool_use\"", sent, StringComparison.Ordinal);
        Assert.EndsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("end_turn", null)]
    [InlineData("max_tokens", null)]
    [InlineData("stop_sequence", "END")]
    [InlineData("pause_turn", null)]
    [InlineData("refusal", null)]
    [InlineData("model_context_window_exceeded", null)]
    public async Task StopReason_ReachesTheClientAsItWas(string reason, string? sequence)
    {
        var stop = sequence is null ? "null" : $"\"{sequence}\"";
        string[] upstream =
        [
            """{"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":10,"output_tokens":1}}}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"a"}}""", """{"type":"content_block_stop","index":0}""",
            $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":{{{stop}}}},"usage":{"output_tokens":5}}""", """{"type":"message_stop"}""",
        ];

        var sent = await RelayAsync(string.Concat(upstream.Select(data => $"data: {data}\n\n")));

        Assert.Contains($"\"delta\":{{\"stop_reason\":\"{reason}\",\"stop_sequence\":{stop},", sent, StringComparison.Ordinal);
    }

    private static string Request(string model, string members)
    {
        var rest = string.IsNullOrWhiteSpace(members) ? "" : "," + members;
        return $$$"""
        {"model":"{{{model}}}","max_tokens":3000,"cache_control":{"type":"ephemeral"},
         "system":[{"type":"text","text":"S"}],
         "tools":[{"name":"find","description":"D","input_schema":{"type":"object","properties":{"q":{"type":"string"} } },"cache_control":{{{Mark}}}}],
         "messages":[
           {"role":"user","content":[
             {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBE"},"title":"T","context":"C","citations":{"enabled":true} },
             {"type":"document","source":{"type":"text","media_type":"text/plain","data":"Text."},"title":"U"},
             {"type":"image","source":{"type":"url","url":"https://e.org/a.png"} },
             {"type":"text","text":"Q"}]},
           {"role":"assistant","content":[
             {"type":"thinking","thinking":"1","signature":"a"},{"type":"redacted_thinking","data":"Em"},{"type":"text","text":"Let me look."},
             {"type":"thinking","thinking":"2","signature":"b"},
             {"type":"tool_use","id":"toolu_1","name":"find","input":{"q":1} },{"type":"tool_use","id":"toolu_2","name":"find","input":{} }]},
           {"role":"user","content":[
             {"type":"tool_result","tool_use_id":"toolu_1","content":[{"type":"text","text":"12"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO"} }],"is_error":true},
             {"type":"tool_result","tool_use_id":"toolu_2","cache_control":{{{Mark}}}},
             {"type":"text","text":"Go on","cache_control":{"type":"ephemeral"} }]}]
         {{{rest}}}}
        """;
    }

    private static ReadOnlySpan<byte> Upstream(string model, string client)
    {
        var request = new MessagesProtocol().Read(Encoding.UTF8.GetBytes(client));
        var endpoint = GatewaySamples.Endpoint(GatewaySamples.Provider() with { Dialect = ProviderRegistry.Find("anthropic")! }) with { UpstreamModel = model };
        return endpoint.Provider.Dialect.Translate(new UpstreamCall { Request = request, Endpoint = endpoint }).Body.Span;
    }

    // The path of stages 7 to 9, without network and ledger.
    private static async Task<string> RelayAsync(string sse)
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var time = new FakeTime();
        var client = new ClientWriter(pipe.Writer, _ => { }, () => { }, time, CancellationToken.None);
        var relay = new RelayState(GatewaySamples.Inbound(time, client) with { Protocol = new MessagesProtocol() }, GatewaySamples.Request() with { Stream = true }, GatewaySamples.Candidate());
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(sse));
        await foreach (var item in ProviderRegistry.Find("anthropic")!.ReadAsync(body, streamed: true, CancellationToken.None))
        {
            if (item.Kind != StreamEventKind.End)
            {
                await relay.PassAsync(item);
            }
        }

        await relay.FlushAsync();
        await relay.Closing.ReleaseAsync(relay.Usage!, Weir.Ledger.Pricing.Charge.None);
        await pipe.Writer.CompleteAsync();
        var sent = await pipe.Reader.ReadAtLeastAsync(int.MaxValue);
        return Encoding.UTF8.GetString(sent.Buffer);
    }
}
