using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>The parameters of a request as its response repeats them; one that was not set has its default, because clients need the key.</summary>
internal sealed class RequestEcho
{
    private static readonly (string Name, string Default)[] Always =
    [
        ("background", "false"),
        ("frequency_penalty", "null"),
        ("instructions", "null"),
        ("max_output_tokens", "null"),
        ("max_tool_calls", "null"),
        ("metadata", "null"),
        ("parallel_tool_calls", "true"),
        ("presence_penalty", "null"),
        ("previous_response_id", "null"),
        ("prompt_cache_key", "null"),
        ("reasoning", "null"),
        ("safety_identifier", "null"),
        ("store", "false"),
        ("temperature", "null"),
        ("text", """{"format":{"type":"text"}}"""),
        ("tool_choice", "\"auto\""),
        ("tools", "[]"),
        ("top_p", "null"),
        ("truncation", "\"disabled\""),
        ("user", "null"),
    ];

    private static readonly string[] WhenSet = ["top_logprobs", "prompt_cache_options"];

    private readonly List<(string Name, ReadOnlyMemory<byte> Json)> _members = [];

    public static RequestEcho Of(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, example: "");
        var echo = new RequestEcho();
        foreach (var (name, value) in Always)
        {
            echo._members.Add((name, request.Has(name) ? request.Value(name) : Encoding.UTF8.GetBytes(value)));
        }

        foreach (var name in WhenSet.Where(request.Has))
        {
            echo._members.Add((name, request.Value(name)));
        }

        return echo;
    }

    public void Write(Utf8JsonWriter writer)
    {
        foreach (var (name, json) in _members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        }
    }
}
