using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates how much the model is to think and to make an effort, and the form its answer must have.</summary>
/// <remarks>
/// <code>
/// {"thinking":{"type":"enabled","budget_tokens":2000}}                          {"reasoning":{"max_tokens":2000}}
/// {"thinking":{"type":"adaptive"},"output_config":{"effort":"low"}}             {"reasoning":{"effort":"low"}}
/// {"thinking":{"type":"disabled"}}                                              {"reasoning":{"enabled":false}}
/// {"output_config":{"effort":"low","format":{"type":"json_schema","schema":S}}} {"verbosity":"low","response_format":{"type":"json_schema","json_schema":{…S}}}
/// </code>
/// </remarks>
internal static class ReasoningTranslator
{
    // What adaptive thinking does when nothing else is said.
    private const string DefaultEffort = "high";

    private static readonly string[] Efforts = ["low", "medium", "high", "xhigh", "max"];

    public static void Write(Utf8JsonWriter writer, JsonElement request)
    {
        var output = request.Find("output_config"u8);
        if (output is { ValueKind: not JsonValueKind.Object })
        {
            throw Refusal.Invalid($"'output_config' is {output.KindName()}; it must be an object.");
        }

        if (output?.Find("task_budget"u8) is not null)
        {
            throw Refusal.NotBuilt("'output_config.task_budget'");
        }

        WriteThinking(writer, request, EffortOf(output));
        WriteFormat(writer, output?.Find("format"u8), "output_config.format");
        WriteFormat(writer, request.Find("output_format"u8), "output_format");
    }

    private static string? EffortOf(JsonElement? output)
    {
        if (output?.Find("effort"u8) is not { } effort)
        {
            return null;
        }

        return effort.ValueKind == JsonValueKind.String && Efforts.Contains(effort.Text())
            ? effort.Text()
            : throw Refusal.Invalid($"'output_config.effort' is {effort.GetRawText()}; it can be {string.Join(", ", Efforts)}.");
    }

    private static void WriteThinking(Utf8JsonWriter writer, JsonElement request, string? effort)
    {
        var thinking = request.Find("thinking"u8);
        var type = thinking?.FindText("type"u8);
        if (thinking is not null)
        {
            writer.WriteStartObject("reasoning"u8);
            switch (type)
            {
                case "enabled":
                    writer.WriteNumber("max_tokens"u8, Budget(thinking.Value));
                    break;
                case "adaptive":
                    writer.WriteString("effort"u8, effort ?? DefaultEffort);
                    break;
                case "disabled":
                    writer.WriteBoolean("enabled"u8, false);
                    break;
                default:
                    throw Refusal.Invalid("'thinking' must be an object whose 'type' is enabled (with 'budget_tokens'), adaptive or disabled.");
            }

            WriteDisplay(writer, thinking.Value);
            writer.WriteEndObject();
        }

        if (effort is not null && type != "adaptive")
        {
            writer.WriteString("verbosity"u8, effort);
        }
    }

    private static long Budget(JsonElement thinking) => thinking.FindCount("budget_tokens"u8) is { } budget and > 0
        ? budget
        : throw Refusal.Invalid("'thinking.budget_tokens' must be a whole number of tokens above 0, smaller than 'max_tokens'.");

    private static void WriteDisplay(Utf8JsonWriter writer, JsonElement thinking)
    {
        switch (thinking.Find("display"u8) is { } display ? thinking.FindText("display"u8) ?? display.GetRawText() : null)
        {
            case null or "summarized":
                break;
            case "omitted":
                writer.WriteBoolean("exclude"u8, true);
                break;
            case var other:
                throw Refusal.Invalid($"'thinking.display' is {other}; it can be summarized or omitted.");
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, JsonElement? format, string place)
    {
        if (format is not { } wanted)
        {
            return;
        }

        if (wanted.FindText("type"u8) != "json_schema" || wanted.FindObject("schema"u8) is not { } schema)
        {
            throw Refusal.Invalid($"'{place}' must be {{\"type\":\"json_schema\",\"schema\":{{…}}}}.");
        }

        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("json_schema"u8);
        writer.WriteString("name"u8, "answer"u8);
        writer.WriteBoolean("strict"u8, true);
        writer.WriteRaw("schema"u8, schema);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
