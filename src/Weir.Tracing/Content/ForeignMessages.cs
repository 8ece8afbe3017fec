using System.Text.Json;
using Weir.OpenInference;

namespace Weir.Tracing.Content;

/// <summary>Finds the messages of spans that do not speak OpenInference: OpenTelemetry GenAI, old and new, and the AI SDK.</summary>
internal static class ForeignMessages
{
    /// <summary>Adds what OpenInference attributes do not say.</summary>
    /// <param name="lists">What they do.</param>
    /// <param name="value">The JSON of an attribute.</param>
    /// <param name="events">The span's events, a JSON array, or nothing.</param>
    public static void Fill(ContentLists lists, Func<string, ReadOnlyMemory<byte>> value, ReadOnlyMemory<byte> events)
    {
        if (!lists.HasInputs)
        {
            AddInputs(lists.Inputs, value);
        }

        if (!lists.HasOutputs)
        {
            AddOutputs(lists.Outputs, value);
        }

        if (!lists.HasInputs && !lists.HasOutputs && lists.Inputs.IsEmpty && lists.Outputs.IsEmpty)
        {
            AddEvents(lists.Inputs, lists.Outputs, events);
        }

        if (lists.Tools.IsEmpty)
        {
            AddTools(lists.Tools, First(value, "gen_ai.tool.definitions", "ai.prompt.tools"));
        }
    }

    // A list of definitions, or, from the AI SDK, a list of texts each of which is one.
    private static void AddTools(IndexedList<ToolDraft> tools, ReadOnlyMemory<byte> json)
    {
        if (new ContentTexts(limit: 0).Json(json) is not { ValueKind: JsonValueKind.Array } list)
        {
            return;
        }

        var index = 0;
        foreach (var tool in list.EnumerateArray())
        {
            tools.At(index++).Set(ToolAttributes.JsonSchema, ContentTexts.RawOf(tool));
        }
    }

    // What went in.
    private static void AddInputs(IndexedList<MessageDraft> messages, Func<string, ReadOnlyMemory<byte>> value)
    {
        var parted = new PartedMessages(messages);
        AddSystem(parted, value("gen_ai.system_instructions"));
        foreach (var name in (string[])["gen_ai.input.messages", "ai.prompt.messages", "gen_ai.prompt"])
        {
            if (MessageListFlattener.AddTo(messages, parted, value(name)))
            {
                return;
            }
        }

        // {"system":"…","prompt":"…"} or {"messages":[…]}: what the AI SDK's outer span was given.
        if (new ContentTexts(limit: 0).Json(value("ai.prompt")) is { ValueKind: JsonValueKind.Object } prompt)
        {
            AddText(parted, prompt, "system"u8, "system");
            AddText(parted, prompt, "prompt"u8, "user");
            if (prompt.TryGetProperty("messages"u8, out var list))
            {
                _ = MessageListFlattener.AddTo(messages, parted, ContentTexts.RawOf(list));
            }
        }
    }

    // What came out.
    private static void AddOutputs(IndexedList<MessageDraft> messages, Func<string, ReadOnlyMemory<byte>> value)
    {
        var parted = new PartedMessages(messages);
        if (MessageListFlattener.AddTo(messages, parted, value("gen_ai.output.messages")) || MessageListFlattener.AddTo(messages, parted, value("gen_ai.completion")))
        {
            return;
        }

        var text = First(value, "ai.response.text", "ai.response.object", "ai.result.text", "ai.result.object");
        var reasoning = value("ai.response.reasoning");
        var calls = new ContentTexts(limit: 0).Json(First(value, "ai.response.toolCalls", "ai.result.toolCalls"));
        if (text.IsEmpty && reasoning.IsEmpty && calls is not { ValueKind: JsonValueKind.Array })
        {
            return;
        }

        var draft = messages.At(0);
        draft.Set(MessageAttributes.Role, ContentTexts.Quote("assistant"));
        if (!reasoning.IsEmpty)
        {
            draft.Set($"{MessageAttributes.Contents}.0.{MessageContentAttributes.Type}", ContentTexts.Quote(MessageContentTypes.Reasoning));
            draft.Set($"{MessageAttributes.Contents}.0.{MessageContentAttributes.Text}", reasoning);
        }

        if (!text.IsEmpty)
        {
            draft.Set($"{MessageAttributes.Contents}.1.{MessageContentAttributes.Text}", text);
        }

        if (calls is { ValueKind: JsonValueKind.Array } list)
        {
            PartedMessages.AddCalls(draft, list);
        }
    }

    // The events of the first GenAI conventions, one a message; a choice carries its message as JSON.
    private static void AddEvents(IndexedList<MessageDraft> inputs, IndexedList<MessageDraft> outputs, ReadOnlyMemory<byte> events)
    {
        if (events.IsEmpty)
        {
            return;
        }

        var (parsedInputs, parsedOutputs) = (new PartedMessages(inputs), new PartedMessages(outputs));
        foreach (var item in JsonElement.Parse(events.Span).EnumerateArray())
        {
            var attributes = item.GetProperty("attributes"u8);
            var body = attributes.TryGetProperty("gen_ai.event.content"u8, out var content) && new ContentTexts(limit: 0).Json(ContentTexts.RawOf(content)) is { ValueKind: JsonValueKind.Object } inner
                ? inner
                : attributes;
            switch (item.GetProperty("name"u8).GetString())
            {
                case "gen_ai.system.message":
                    MessageListFlattener.AddEvent(inputs, parsedInputs, body, "system");
                    break;
                case "gen_ai.user.message":
                    MessageListFlattener.AddEvent(inputs, parsedInputs, body, "user");
                    break;
                case "gen_ai.assistant.message":
                    MessageListFlattener.AddEvent(inputs, parsedInputs, body, "assistant");
                    break;
                case "gen_ai.tool.message":
                    MessageListFlattener.AddEvent(inputs, parsedInputs, body, "tool");
                    break;
                case "gen_ai.choice":
                    MessageListFlattener.AddEvent(outputs, parsedOutputs, MessageOf(body), "assistant");
                    break;
            }
        }
    }

    private static JsonElement MessageOf(JsonElement choice) =>
        choice.TryGetProperty("message"u8, out var message) && new ContentTexts(limit: 0).Json(ContentTexts.RawOf(message)) is { ValueKind: JsonValueKind.Object } inner ? inner : choice;

    // A list of parts, or one text.
    private static void AddSystem(PartedMessages parted, ReadOnlyMemory<byte> json)
    {
        switch (new ContentTexts(limit: 0).Json(json))
        {
            case { ValueKind: JsonValueKind.Array } parts:
                parted.Add(JsonElement.Parse([.. "{\"role\":\"system\",\"parts\":"u8, .. ContentTexts.RawOf(parts).Span, (byte)'}']));
                break;
            case { ValueKind: JsonValueKind.String }:
                parted.Add("system", json);
                break;
        }
    }

    private static void AddText(PartedMessages parted, JsonElement prompt, ReadOnlySpan<byte> name, string role)
    {
        if (prompt.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String)
        {
            parted.Add(role, ContentTexts.RawOf(text));
        }
    }

    private static ReadOnlyMemory<byte> First(Func<string, ReadOnlyMemory<byte>> value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value(name) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return default;
    }
}
