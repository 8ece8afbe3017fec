namespace Weir.Server.Tests.Testing;

/// <summary>Upstream chunks as an OpenAI-compatible server sends them.</summary>
internal static class Chunks
{
    public const string Role = """{"id":"up-1","object":"chat.completion.chunk","created":5,"model":"small-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""";
    public const string Stop = """{"id":"up-1","object":"chat.completion.chunk","created":5,"model":"small-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""";
    public const string Usage = """{"id":"up-1","object":"chat.completion.chunk","created":5,"model":"small-1","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14}}""";
    public const string Done = "[DONE]";

    public static string Text(string text) =>
        $$"""{"id":"up-1","object":"chat.completion.chunk","created":5,"model":"small-1","choices":[{"index":0,"delta":{"content":"{{text}}"},"finish_reason":null}]}""";

    public static string[] WholeAnswer => [Role, Text("Hello"), Text(" world"), Stop, Usage, Done];

    public const string Completion = """
        {"id":"up-9","object":"chat.completion","created":5,"model":"small-1","x_vendor":{"a":[1,2]},
         "choices":[{"index":0,"message":{"role":"assistant","content":"Hello world","refusal":null,"tool_calls":null,"x_extra":true},"finish_reason":"stop","logprobs":null}],
         "usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14}}
        """;
}
