using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;

namespace Weir.Ui.Tests.Testing;

/// <summary>A trace as an instrumented agent sends it: steps, model calls, tools, retrieval, one failure that was worked around.</summary>
internal static class AgentTrace
{
    public const int Number = 1;
    private const long Millisecond = 1_000_000;

    public static string Id => Otlp.TraceId(Number);

    public static Task SendAsync(TestServer server)
    {
        // The clocks of a story told a minute ago.
        var begin = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 60_000) * Millisecond;
        return Otlp.SendAsync(
            server,
            "support-agent",
            At(begin, 0, 4210, Span(1, 0, "AGENT", "answer_ticket", ("input.value", "My order 4711 has not arrived. Where is it?"), ("output.value", "Order 4711 left the warehouse on Monday and arrives tomorrow before noon."))),
            At(begin, 4, 61, Span(2, 1, "GUARDRAIL", "check_policy", ("input.value", "My order 4711 has not arrived. Where is it?"), ("output.value", "allowed"))),
            At(begin, 70, 1240, Chat(3, 1, "plan", 612, 88, "0.000412")),
            At(begin, 1320, 640, Span(4, 1, "TOOL", "lookup_order", ("tool.name", "lookup_order"), ("input.value", "{\"order\":4711}"), ("output.value", "{\"state\":\"shipped\",\"carrier\":\"river post\",\"eta\":\"tomorrow\"}"))),
            At(begin, 1330, 210, Failed(5, 4, "http GET /orders/4711", "The carrier's service answered 503.")),
            At(begin, 1560, 390, Span(6, 4, "CHAIN", "http GET /orders/4711 (second try)")),
            At(begin, 1975, 480, Span(7, 1, "RETRIEVER", "search_handbook", ("input.value", "late delivery"), ("retrieval.documents.0.document.content", "When a parcel is late, say where it is and when it arrives."), ("retrieval.documents.0.document.score", "0.92"), ("retrieval.documents.0.document.id", "handbook-12"))),
            At(begin, 1980, 120, Span(8, 7, "EMBEDDING", "embed_query", ("embedding.model_name", "sim/embedding"))),
            At(begin, 2110, 330, Span(9, 7, "RERANKER", "rerank")),
            At(begin, 2470, 1690, Chat(10, 1, "write_answer", 1204, 164, "0.000913")));
    }

    private static string Chat(int span, int parent, string name, int prompt, int completion, string cost) => Span(
        span,
        parent,
        "LLM",
        name,
        ("llm.model_name", "anthropic/claude-sonnet-4.5"),
        ("llm.provider", "Anthropic"),
        ("llm.token_count.prompt", $"#{prompt}"),
        ("llm.token_count.completion", $"#{completion}"),
        ("llm.cost.total", $"#{cost}"),
        ("llm.invocation_parameters", "{\"temperature\":0.2,\"max_tokens\":512}"),
        ("llm.input_messages.0.message.role", "system"),
        ("llm.input_messages.0.message.content", "You answer customers of a shop by the river. Be short, be kind, never guess."),
        ("llm.input_messages.1.message.role", "user"),
        ("llm.input_messages.1.message.content", "My order 4711 has not arrived. Where is it?"),
        ("llm.output_messages.0.message.role", "assistant"),
        ("llm.output_messages.0.message.content", "Order **4711** left the warehouse on Monday and arrives *tomorrow before noon*."),
        ("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1"),
        ("llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "lookup_order"),
        ("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", "{\"order\":4711}"));

    private static string Failed(int span, int parent, string name, string message) => Otlp.Span(
        Number,
        span,
        parent,
        status: 2,
        name,
        $$$"""[{"timeUnixNano":"1700000000000000000","name":"exception","attributes":[{"key":"exception.type","value":{"stringValue":"HttpRequestException"}},{"key":"exception.message","value":{"stringValue":"{{{message}}}"}},{"key":"exception.stacktrace","value":{"stringValue":"HttpRequestException: {{{message}}}\n   at Shop.Carrier.GetAsync()"}}]}]""",
        ("openinference.span.kind", Otlp.Text("CHAIN")));

    // A value that starts with # is a number.
    private static string Span(int span, int parent, string kind, string name, params (string Name, string Value)[] attributes) => Otlp.Span(
        Number,
        span,
        parent,
        status: 1,
        name,
        attributes: [("openinference.span.kind", Otlp.Text(kind)), .. attributes.Select(attribute => (attribute.Name, ValueOf(attribute.Value)))]);

    private static string ValueOf(string value) => value.StartsWith('#') ? "{\"doubleValue\":" + value[1..] + "}" : Otlp.Text(value);

    private static string At(long begin, long startMs, long durationMs, string span)
    {
        var number = int.Parse(span.Split("\"spanId\":\"")[1][..16], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        var start = begin + startMs * Millisecond;
        return span
            .Replace($"\"{Otlp.Begin + number}\"", $"\"{start}\"", StringComparison.Ordinal)
            .Replace($"\"{Otlp.Begin + number + Millisecond}\"", $"\"{start + durationMs * Millisecond}\"", StringComparison.Ordinal);
    }
}
