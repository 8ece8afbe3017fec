using System.Globalization;
using System.Text;

namespace Weir.Benchmarks;

/// <summary>Bytes as clients and providers send them.</summary>
internal static class Samples
{
    public const int ChunksOfAnAnswer = 200;

    private const string Sentence = "The quick brown fox jumps over the lazy dog, and then — naturally — it does so again. ";

    /// <summary>A conversation of 20 messages with two tools and members that nobody here knows.</summary>
    public static byte[] Request { get; } = Utf8(
        """{"model":"acme/small","stream":true,"temperature":0.7,"max_tokens":500,"user":"u1","x_unknown":{"a":[1,2,3]},"provider":{"order":["acme"]},"tools":["""
        + Tool("get_weather") + "," + Tool("get_time") + """],"messages":["""
        + string.Join(',', Enumerable.Range(0, 20).Select(index => Message(index % 2 == 0 ? "user" : "assistant", 4))) + "]}");

    /// <summary>A stream of text, with the usage at its end.</summary>
    public static byte[] TextStream { get; } = Stream(index => TextChunk(index, ""));

    /// <summary>The same with the log probabilities of a token and its alternatives in every chunk.</summary>
    public static byte[] LogprobsStream { get; } = Stream(index => TextChunk(
        index,
        ""","logprobs":{"content":[{"token":" fox","logprob":-0.12,"bytes":[32,102,111,120],"top_logprobs":["""
        + string.Join(',', Enumerable.Range(0, 20).Select(_ => """{"token":" cat","logprob":-3.25,"bytes":[32,99,97,116]}""")) + "]}]}"));

    /// <summary>The same with a member of 4 KB in every chunk that nobody here knows.</summary>
    public static byte[] ForeignStream { get; } = Stream(index => TextChunk(
        index, ""","x_foreign":[""" + string.Join(',', Enumerable.Range(0, 200).Select(number => $$"""{"k":{{number}},"v":null}""")) + "]"));

    /// <summary>The arguments of a tool call in pieces.</summary>
    public static byte[] ToolStream { get; } = Stream(index => Chunk(
        index == 0
            ? """{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"get_weather","arguments":""}}]}"""
            : """{"tool_calls":[{"index":0,"function":{"arguments":"\"Ber"}}]}""",
        ""));

    /// <summary>An answer of 12 KB that is not streamed.</summary>
    public static byte[] Completion { get; } = Utf8(
        """{"id":"chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWX","object":"chat.completion","created":1700000000,"model":"small-1","choices":[{"index":0,"message":"""
        + Message("assistant", 140) + ""","logprobs":null,"finish_reason":"stop"}],"usage":"""
        + Usage + ""","service_tier":"default","system_fingerprint":"fp_1"}""");

    /// <summary>The stream of text as Anthropic sends it.</summary>
    public static byte[] AnthropicStream { get; } = Utf8(
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude\",\"content\":[],"
        + "\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}}\n\n"
        + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
        + string.Concat(Enumerable.Repeat(
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" fox jumps\"}}\n\n", ChunksOfAnAnswer))
        + "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
        + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}}\n\n"
        + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");

    private static string Usage =>
        """{"prompt_tokens":1200,"completion_tokens":400,"total_tokens":1600,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}}""";

    private static byte[] Stream(Func<int, string> chunk) => Utf8(
        string.Concat(Enumerable.Range(0, ChunksOfAnAnswer).Select(index => $"data: {chunk(index)}\n\n"))
        + $$"""data: {"id":"chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWX","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""" + "\n\n"
        + $$"""data: {"id":"chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWX","choices":[],"usage":{{Usage}}}""" + "\n\ndata: [DONE]\n\n");

    private static string TextChunk(int index, string more) => Chunk($$"""{"content":" fox {{index.ToString("000", CultureInfo.InvariantCulture)}}"}""", more);

    private static string Chunk(string delta, string more) =>
        """{"id":"chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWX","object":"chat.completion.chunk","created":1700000000"""
        + ""","model":"small-1","service_tier":"default","system_fingerprint":"fp_1","choices":[{"index":0,"delta":""" + delta + ""","logprobs":null,"finish_reason":null}]""" + more + "}";

    private static string Message(string role, int sentences) =>
        $$"""{"role":"{{role}}","content":"{{string.Concat(Enumerable.Repeat(Sentence, sentences))}}"}""";

    private static string Tool(string name) =>
        """{"type":"function","function":{"name":"NAME","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}"""
            .Replace("NAME", name, StringComparison.Ordinal);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
