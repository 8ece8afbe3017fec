using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Turns the JSON body of a Messages request into the terms that every dialect shares; fields it does not know pass.</summary>
internal static class MessagesRequestReader
{
    /// <param name="isCounting">Nothing is to be made, so that no limit is needed.</param>
    /// <exception cref="RefusalException">The body is not a request that Anthropic would take.</exception>
    public static MessagesRequest Read(JsonElement body, bool isCounting = false)
    {
        body.CheckNumber("temperature", 0, 1);
        body.CheckNumber("top_p", 0, 1);
        var model = body.RequiredString("model", "model");
        var maxTokens = body.OptionalInteger("max_tokens", 1, int.MaxValue) ?? (isCounting ? int.MaxValue : throw JsonFields.Missing("max_tokens"));
        var tools = MessagesToolReader.ReadTools(body);
        var (choice, inParallel) = MessagesToolReader.ReadChoice(body, tools);
        var hasBudget = body.Field("thinking") is { } thinking && thinking.OptionalString("type", "thinking.type") == "enabled";
        var messages = ConversationReader.Read(body, needsThinking: hasBudget);
        var output = body.Field("output_config") ?? default;
        var prompt = messages.LastOrDefault(message => message.Role == "user")?.Text ?? "";
        var reasoning = Thinking.Read(body, maxTokens, output.OptionalString("effort", "output_config.effort"), prompt);
        if (reasoning.IsOn && (choice.Mode is ToolChoiceMode.Required or ToolChoiceMode.Named))
        {
            throw JsonFields.Refuse("Thinking may not be enabled when tool_choice forces tool use.", "tool_choice", "invalid_value");
        }

        var prefill = ReadPrefill(messages, reasoning);
        var format = ReadFormat(body, output);
        return new MessagesRequest(
            new ChatRequest
            {
                Model = model,
                Messages = messages,
                Stream = body.OptionalBool("stream", otherwise: false),
                IncludeUsage = true,
                MaxTokens = maxTokens,
                Stops = ReadStops(body),
                Tools = tools,
                ToolChoice = choice,
                ParallelToolCalls = inParallel,

                // A client that begins the answer with a brace wants an object.
                Format = prefill == "{" && format == AnswerFormat.Text ? new AnswerFormat(AnswerFormatKind.JsonObject) : format,
                Reasoning = reasoning,
                Prefill = prefill,
            },
            PromptPieceReader.Read(body));
    }

    private static string ReadPrefill(ImmutableArray<ChatMessage> messages, ReasoningWish reasoning)
    {
        if (messages[^1] is not { Role: "assistant" } last)
        {
            return "";
        }

        if (reasoning.IsOn)
        {
            throw JsonFields.Refuse("This model does not support assistant message prefill while thinking. The conversation must end with a user message.", "messages", "invalid_value");
        }

        return last.Text.Length == 0 || !char.IsWhiteSpace(last.Text[^1])
            ? last.Text
            : throw JsonFields.Refuse("messages: final assistant content cannot end with trailing whitespace", "messages", "invalid_value");
    }

    private static ImmutableArray<string> ReadStops(JsonElement body)
    {
        if (body.Field("stop_sequences") is not { } stops)
        {
            return [];
        }

        return stops.ValueKind == JsonValueKind.Array
            ? [.. stops.EnumerateArray().Select(NotBlank)]
            : throw JsonFields.WrongType("stop_sequences", "an array of strings", stops);

        static string NotBlank(JsonElement stop) => stop.Text("stop_sequences") is var text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw JsonFields.Refuse("each stop sequence must contain non-whitespace", "stop_sequences", "invalid_value");
    }

    // "output_config":{"format":{"type":"json_schema","schema":{…}}}, before that "output_format"
    private static AnswerFormat ReadFormat(JsonElement body, JsonElement output)
    {
        if ((output.Field("format") ?? body.Field("output_format")) is not { } format)
        {
            return AnswerFormat.Text;
        }

        var type = format.RequiredString("type", "output_config.format.type");
        var schema = format.Field("schema") ?? throw JsonFields.Missing("output_config.format.schema");
        return type == "json_schema"
            ? new AnswerFormat(AnswerFormatKind.JsonSchema, schema.Checked("output_config.format.schema"))
            : throw JsonFields.Refuse($"Input should be 'json_schema', not '{type}'", "output_config.format.type", "invalid_value");
    }
}
