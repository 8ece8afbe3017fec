using System.Collections.Frozen;
using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers;

/// <summary>
/// Every parameter of the chat API through every dialect: what a dialect's table says it can say changes the upstream request, and nothing else does.
/// Routing by parameters reads the same table.
/// </summary>
public sealed class ParameterTableTests
{
    private const string Tools = """[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}]""";
    private const string Schema =
        """{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object","properties":{},"additionalProperties":false}}}""";
    private const string WithTools = $"\"tools\":{Tools},";

    // What endpoints declare. Behind the value: what the parameter means nothing without.
    private static readonly (string Name, string Value, string With)[] Declared =
    [
        ("temperature", "0.5", ""), ("top_p", "0.5", ""), ("top_k", "20", ""), ("min_p", "0.5", ""), ("top_a", "0.5", ""), ("frequency_penalty", "0.5", ""),
        ("presence_penalty", "0.5", ""), ("repetition_penalty", "1.5", ""), ("seed", "7", ""), ("max_tokens", "500", ""), ("max_completion_tokens", "500", ""),
        ("stop", "[\"END\"]", ""), ("logit_bias", "{\"50\":10}", ""), ("logprobs", "true", ""), ("top_logprobs", "3", "\"logprobs\":true,"),
        ("response_format", Schema, ""), ("tools", Tools, ""), ("tool_choice", "\"required\"", WithTools),
        ("parallel_tool_calls", "false", WithTools), ("prediction", "{\"type\":\"content\",\"content\":\"x\"}", ""), ("reasoning", "{\"effort\":\"high\"}", ""),
        ("reasoning_effort", "\"high\"", ""), ("verbosity", "\"low\"", ""), ("web_search_options", "{}", ""),
    ];

    // What no endpoint declares: said to the gateway, or passed by the dialects that have a word for it.
    private static readonly (string Name, string Value, string[] PassedBy)[] Undeclared =
    [
        ("models", "[\"a/b\"]", []), ("route", "\"fallback\"", []), ("provider", "{}", []), ("preset", "null", []), ("plugins", "[]", []), ("transforms", "[]", []),
        ("stream_options", "{\"include_usage\":true}", []), ("usage", "{\"include\":true}", []), ("structured_outputs", "true", []), ("max_tool_calls", "3", []),
        ("stop_server_tools_when", "[]", []), ("user", "\"jane@example.com\"", []), ("session_id", "\"s\"", []), ("metadata", "{\"a\":\"b\"}", []),
        ("trace", "{\"trace_id\":\"t\"}", []), ("debug", "{\"echo_upstream_body\":true}", []),
        ("modalities", "[\"text\",\"image\"]", ["openai", "azure-openai", "gemini", "openai-responses"]), ("image_config", "{\"aspect_ratio\":\"16:9\"}", ["openai", "azure-openai"]),
        ("audio", "{\"voice\":\"alloy\",\"format\":\"wav\"}", ["openai", "azure-openai"]),
        ("cache_control", "{\"type\":\"ephemeral\"}", ["openai", "anthropic", "bedrock"]),
        ("prompt_cache_key", "\"k\"", ["openai", "azure-openai", "openai-responses"]),
        ("prompt_cache_options", "{\"mode\":\"explicit\"}", ["openai", "azure-openai", "openai-responses"]),
        ("service_tier", "\"flex\"", ["openai", "azure-openai", "openai-responses", "gemini", "bedrock"]), ("x_search_filter", "{\"x\":1}", ["openai", "azure-openai"]),
    ];

    // A parameter counts as said when one model of the dialect hears it.
    private static readonly FrozenDictionary<string, string[]> Models = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["openai"] = ["small-1"],
        ["anthropic"] = ["claude-sonnet-4-5", "claude-opus-4-6", "claude-3-5-haiku-20241022"],
        ["gemini"] = ["gemini-2.0-flash", "gemini-2.5-flash", "gemini-2.5-flash-image", "gemini-3-pro-preview"],
        ["ollama"] = ["qwen3:8b"],
        ["cohere"] = ["command-a-03-2025", "command-a-reasoning-08-2025"],
        ["bedrock"] = ["anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic.claude-opus-4-6-v1", "amazon.nova-pro-v1:0", "meta.llama3-1-8b-instruct-v1:0"],
        ["azure-openai"] = ["gpt-4.1", "gpt-5", "o3"],
        ["openai-responses"] = ["gpt-4.1", "gpt-5", "o3"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Dialects => [.. ProviderRegistry.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void DeclaredParameter_ChangesTheUpstreamRequest_ExactlyWhenTheTableHasIt(string dialect)
    {
        var table = ProviderRegistry.Find(dialect)!.Parameters;

        Assert.Equal("", string.Join('\n', Declared.Where(row => IsHeard(dialect, row, null) != table.Contains(row.Name))
            .Select(row => $"{dialect}: {row.Name} is {(table.Contains(row.Name) ? "in the table and has no effect" : "not in the table and has an effect")}")));

        // Other words of two of them: one is a mark of endpoints only, the other the older form of 'reasoning'.
        Assert.Empty(table.Except(Declared.Select(row => row.Name)).Except(["structured_outputs", "include_reasoning"]));
        Assert.Equal(table.Contains("response_format"), table.Contains("structured_outputs"));
        Assert.Equal(table.Contains("reasoning"), table.Contains("include_reasoning"));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void DeclaredParameter_IsDroppedForAnEndpointThatLacksIt_AndOnlyThere(string dialect)
    {
        var table = ProviderRegistry.Find(dialect)!.Parameters;

        // A call of Anthropic's needs a limit, whatever the endpoint declares.
        var said = Declared.Where(row => table.Contains(row.Name)
            && (dialect != "anthropic" || row.Name is not ("max_tokens" or "max_completion_tokens"))).ToArray();

        Assert.Equal("", string.Join('\n', said.Where(row => IsHeard(dialect, row, [.. NeededFor(row)])).Select(row => $"{dialect}: {row.Name} goes to an endpoint without it")));
        Assert.Equal("", string.Join('\n', said.Where(row => !IsHeard(dialect, row, [row.Name, .. NeededFor(row)])).Select(row => $"{dialect}: {row.Name} is lost")));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void UndeclaredParameter_PassesOnlyWhereThereIsAWordForIt(string dialect) =>
        Assert.Equal("", string.Join('\n', Undeclared.Where(row => IsHeard(dialect, (row.Name, row.Value, ""), null) != row.PassedBy.Contains(dialect))
            .Select(row => $"{dialect}: {row.Name} {(row.PassedBy.Contains(dialect) ? "is lost" : "passes")}")));

    private static IEnumerable<string> NeededFor((string Name, string Value, string With) row) =>
        row.With.Length == 0 ? [] : [row.With[1..row.With.IndexOf('"', 1)]];

    private static bool IsHeard(string dialect, (string Name, string Value, string With) row, string[]? supported) => Models[dialect].Any(model =>
        Body(dialect, model, row.With, supported) != Body(dialect, model, $"{row.With}\"{row.Name}\":{row.Value},", supported));

    private static string Body(string dialect, string model, string members, string[]? supported)
    {
        var provider = Provider() with { Dialect = ProviderRegistry.Find(dialect)!, ApiKey = """{"accessKeyId":"AKIAEXAMPLE","secretAccessKey":"s","region":"us-east-1"}""" };
        var request = Request($$"""{ {{members}} "messages":[{"role":"user","content":"Hi"}]}""");
        var endpoint = Endpoint(provider) with { UpstreamModel = model, SupportedParameters = supported?.ToFrozenSet(StringComparer.Ordinal) };
        var sent = provider.Dialect.Translate(new UpstreamCall { Request = request, Endpoint = endpoint, Now = DateTimeOffset.UnixEpoch });
        return Encoding.UTF8.GetString(sent.Body.Span);
    }
}
