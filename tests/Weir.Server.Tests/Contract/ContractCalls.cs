namespace Weir.Server.Tests.Contract;

/// <summary>Requests of the model operations that must work, each a variant of what can be asked.</summary>
internal static class ContractCalls
{
    private const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"What is the weather in Paris?\"}]";
    private const string Schema = """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"],"additionalProperties":false}""";
    private const string ChatTools = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":" + Schema + "}}],\"tool_choice\":\"required\"";

    public static readonly string[] Chats =
    [
        Chat("sim/small", Hi),
        Chat("sim/small", $"{Hi},\"max_tokens\":3"),
        Chat("sim/small", $"{Hi},\"logprobs\":true,\"top_logprobs\":2"),
        Chat("sim/small", $"{Hi},\"reasoning\":{{\"effort\":\"high\"}}"),
        Chat("sim/small", $"{Hi},{ChatTools}"),
        Chat("sim/small", $"{Hi},{ChatTools},\"parallel_tool_calls\":false,\"reasoning\":{{\"effort\":\"low\"}}"),
        Chat("sim/small", $"{Hi},\"response_format\":{{\"type\":\"json_schema\",\"json_schema\":{{\"name\":\"place\",\"strict\":true,\"schema\":{Schema}}}}}"),
        Chat("sim/small", "\"messages\":[{\"role\":\"system\",\"content\":\"Be short.\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"ok\"}]"),
        Chat("sim/audio", $"{Hi},\"modalities\":[\"text\",\"audio\"],\"audio\":{{\"voice\":\"alloy\",\"format\":\"pcm16\"}}"),
        Chat("sim/image", $"{Hi},\"modalities\":[\"image\",\"text\"]"),
        Chat("meta-llama/llama-3.1-8b-instruct:free", $"{Hi},\"user\":\"u1\",\"session_id\":\"s1\",\"metadata\":{{\"a\":\"b\"}}"),
    ];

    public static readonly string[] Responses =
    [
        """{"model":"sim/small","input":"Tell me a joke"}""",
        """{"model":"sim/small","input":"Tell me a joke","instructions":"Be short.","max_output_tokens":16,"temperature":0.5,"top_p":0.9,"metadata":{"a":"b"}}""",
        """{"model":"sim/small","input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"Hi"}]}],"reasoning":{"effort":"high"}}""",
        "{\"model\":\"sim/small\",\"input\":\"What is the weather in Paris?\",\"tools\":[{\"type\":\"function\",\"name\":\"get_weather\",\"parameters\":" + Schema + ",\"strict\":true}],\"tool_choice\":\"required\"}",
        "{\"model\":\"sim/small\",\"input\":\"A city\",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"place\",\"strict\":true,\"schema\":" + Schema + "}}}",
        """{"model":"sim/small","input":"Hi","top_logprobs":2,"include":["message.output_text.logprobs"]}""",
        """{"model":"sim/small","input":[{"role":"user","content":"Hi"},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c1","output":"ok"}],"tools":[{"type":"function","name":"f","parameters":{"type":"object"}}]}""",
        """{"model":"sim/image","input":"Draw a panda","modalities":["image","text"]}""",
    ];

    public static readonly string[] Messages =
    [
        "{\"model\":\"sim/small\",\"max_tokens\":100," + Hi + "}",
        "{\"model\":\"sim/small\",\"max_tokens\":3,\"system\":\"Be short.\"," + Hi + "}",
        "{\"model\":\"sim/small\",\"max_tokens\":3000,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024}," + Hi + "}",
        "{\"model\":\"sim/small\",\"max_tokens\":100,\"tools\":[{\"name\":\"get_weather\",\"input_schema\":" + Schema + "}],\"tool_choice\":{\"type\":\"any\"}," + Hi + "}",
        """{"model":"sim/small","max_tokens":100,"stop_sequences":["END"],"metadata":{"user_id":"u"},"messages":[{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{"type":"ephemeral"}}]},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"ok"}]}],"tools":[{"name":"f","input_schema":{"type":"object"}}]}""",
    ];

    public static readonly string[] Embeddings =
    [
        """{"model":"sim/embedding","input":"red panda"}""",
        """{"model":"sim/embedding","input":["red panda","blue whale"],"encoding_format":"base64","dimensions":8,"user":"u"}""",
        """{"model":"sim/embedding","input":[[1,2,3],[4]]}""",
        """{"model":"sim/embedding","input":[1,2,3]}""",
    ];

    public static readonly string[] Reranks =
    [
        """{"model":"sim/rerank","query":"whale","documents":["a red panda","the blue whale"]}""",
        """{"model":"sim/rerank","query":"whale","documents":[{"text":"a red panda"},{"text":"the blue whale"}],"top_n":1}""",
    ];

    public static readonly string[] Images =
    [
        """{"model":"sim/image","prompt":"a red panda"}""",
        """{"model":"sim/image","prompt":"a red panda","n":2,"size":"512","output_format":"png","seed":7}""",
    ];

    public static readonly string[] Speeches = ["""{"model":"sim/speech","input":"Hello","voice":"alto","response_format":"mp3"}"""];

    public static readonly string[] Transcriptions =
    [
        $$"""{"model":"sim/transcribe","input_audio":{"data":"{{Convert.ToBase64String(Sound.Wav())}}","format":"wav"} }""",
        $$"""{"model":"sim/transcribe","language":"en","temperature":0,"response_format":"verbose_json","timestamp_granularities":["word","segment"],"input_audio":{"data":"{{Convert.ToBase64String(Sound.Wav())}}","format":"wav"} }""",
    ];

    /// <summary>By the path of the operation.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByOperation = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["/chat/completions"] = Chats,
        ["/responses"] = Responses,
        ["/messages"] = Messages,
        ["/embeddings"] = Embeddings,
        ["/rerank"] = Reranks,
        ["/images"] = Images,
        ["/audio/speech"] = Speeches,
        ["/audio/transcriptions"] = Transcriptions,
    };

    private static string Chat(string model, string members) => $$"""{"model":"{{model}}",{{members}}}""";
}
