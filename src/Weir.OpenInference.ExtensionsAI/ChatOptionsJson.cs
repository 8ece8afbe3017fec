using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Writes the options of a chat as the parameters that the OpenAI form has for them.</summary>
internal static class ChatOptionsJson
{
    public static void Write(Utf8JsonWriter writer, ChatOptions options)
    {
        WriteNumber(writer, "temperature", options.Temperature);
        WriteNumber(writer, "top_p", options.TopP);
        WriteNumber(writer, "frequency_penalty", options.FrequencyPenalty);
        WriteNumber(writer, "presence_penalty", options.PresencePenalty);
        WriteInteger(writer, "top_k", options.TopK);
        WriteInteger(writer, "max_tokens", options.MaxOutputTokens);
        WriteInteger(writer, "seed", options.Seed);
        WriteStop(writer, options.StopSequences);
        WriteFormat(writer, options.ResponseFormat);
        WriteTools(writer, options);
        WriteOthers(writer, options.AdditionalProperties);
    }

    private static void WriteStop(Utf8JsonWriter writer, IList<string>? sequences)
    {
        if (sequences is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartArray("stop");
        foreach (var sequence in sequences)
        {
            writer.WriteStringValue(sequence);
        }

        writer.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson json)
        {
            return;
        }

        writer.WriteStartObject("response_format");
        writer.WriteString("type", json.Schema is null ? "json_object" : "json_schema");
        if (json.Schema is { } schema)
        {
            writer.WriteStartObject("json_schema");
            ChatJson.WriteText(writer, "name", json.SchemaName);
            writer.WritePropertyName("schema");
            schema.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter writer, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        WriteChoice(writer, options.ToolMode);
        if (options.AllowMultipleToolCalls is { } parallel)
        {
            writer.WriteBoolean("parallel_tool_calls", parallel);
        }

        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            WriteTool(writer, tool);
        }

        writer.WriteEndArray();
    }

    private static void WriteChoice(Utf8JsonWriter writer, ChatToolMode? mode)
    {
        switch (mode)
        {
            case NoneChatToolMode:
                writer.WriteString("tool_choice", "none");
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                writer.WriteStartObject("tool_choice");
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                writer.WriteString("name", name);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case RequiredChatToolMode:
                writer.WriteString("tool_choice", "required");
                break;
            case AutoChatToolMode:
                writer.WriteString("tool_choice", "auto");
                break;
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, AITool tool)
    {
        writer.WriteStartObject();
        if (tool is AIFunctionDeclaration function)
        {
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", function.Name);
            ChatJson.WriteText(writer, "description", function.Description);
            writer.WritePropertyName("parameters");
            function.JsonSchema.WriteTo(writer);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("type", tool.Name);
        }

        writer.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter writer, AdditionalPropertiesDictionary? properties)
    {
        foreach (var (name, value) in properties ?? [])
        {
            writer.WritePropertyName(name);
            if (value is string text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                writer.WriteRawValue(value is JsonElement json ? json.GetRawText() : ChatMessageJson.ValueText(value));
            }
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, float? number)
    {
        if (number is { } known && float.IsFinite(known))
        {
            writer.WriteNumber(name, known);
        }
    }

    private static void WriteInteger(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }
}
