using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates tool definitions. Tools that the client runs are functions; those with a version in their type are refused by name.</summary>
/// <remarks>
/// <code>
/// {"name":"find","description":"…","input_schema":{"type":"object"},"cache_control":{"type":"ephemeral"}}
/// {"type":"function","function":{"name":"find","description":"…","parameters":{"type":"object"}},"cache_control":{"type":"ephemeral"}}
/// </code>
/// </remarks>
internal static class ToolTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement request)
    {
        if (request.FindList("tools"u8) is not { } tools)
        {
            throw Refusal.Invalid($"'tools' is {request.Find("tools"u8).KindName()}; it must be a list.");
        }

        writer.WriteStartArray("tools"u8);
        var index = 0;
        foreach (var tool in tools.EnumerateArray())
        {
            Write(writer, tool, $"tools[{index++}]");
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement tool, string place)
    {
        switch (tool.FindText("type"u8))
        {
            case null or "custom":
                WriteFunction(writer, tool, place);
                break;
            case var type when type.StartsWith("openrouter:", StringComparison.Ordinal):
                // The gateway's own server tools are the same in every protocol.
                writer.WriteRaw(tool);
                break;
            case var type:
                throw Refusal.NotBuilt($"'{place}', a tool of type \"{type}\",");
        }
    }

    private static void WriteFunction(Utf8JsonWriter writer, JsonElement tool, string place)
    {
        if (tool.FindFilled("name"u8) is not { } name)
        {
            throw Refusal.Invalid($"'{place}.name' is missing; a tool is an object with a 'name' and an 'input_schema'.");
        }

        if (tool.FindObject("input_schema"u8) is not { } schema)
        {
            throw Refusal.Invalid($"'{place}.input_schema' is {tool.Find("input_schema"u8).KindName()}; send a JSON schema of type object.");
        }

        RefuseLoading(tool, place);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteRaw("name"u8, name);
        CopyWhenSet(writer, tool, "description"u8);
        writer.WriteRaw("parameters"u8, schema);
        CopyWhenSet(writer, tool, "strict"u8);
        writer.WriteEndObject();
        CopyWhenSet(writer, tool, "eager_input_streaming"u8);
        CopyWhenSet(writer, tool, "cache_control"u8);
        writer.WriteEndObject();
    }

    // These only mean something together with server tools: searching for tools, and calling them from code.
    private static void RefuseLoading(JsonElement tool, string place)
    {
        if (tool.IsTrue("defer_loading"u8))
        {
            throw Refusal.NotBuilt($"'{place}.defer_loading'");
        }

        if (tool.FindList("allowed_callers"u8)?.EnumerateArray().Any(caller => caller.ValueKind != JsonValueKind.String || caller.Text() != "direct") == true)
        {
            throw Refusal.NotBuilt($"'{place}.allowed_callers' with another caller than \"direct\"");
        }

        if (tool.FindList("input_examples"u8) is { } examples && examples.GetArrayLength() > 0)
        {
            throw Refusal.NotBuilt($"'{place}.input_examples'");
        }
    }

    private static void CopyWhenSet(Utf8JsonWriter writer, JsonElement tool, ReadOnlySpan<byte> name)
    {
        if (tool.Find(name) is { } value)
        {
            writer.WriteRaw(name, value);
        }
    }
}
