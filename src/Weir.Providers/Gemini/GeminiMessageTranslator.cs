using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the messages of one request as <c>systemInstruction</c> and <c>contents</c>. Used once.</summary>
/// <remarks>
/// <code>
/// [{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]
/// "systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]}]
/// </code>
/// </remarks>
internal sealed class GeminiMessageTranslator(Utf8JsonWriter writer, GeminiModel model)
{
    // Names of the calls so far by their ids: a tool's answer carries the id alone, and Gemini wants the name. Bounded by the calls in the request.
    private readonly Dictionary<string, string> _calls = new(StringComparer.Ordinal);
    private readonly GeminiToolResultTranslator _results = new(writer, model);
    private readonly GeminiAssistantTranslator _assistant = new(writer, model);

    /// <exception cref="TranslationException">A message holds what Gemini has no words for.</exception>
    public void Write(IEnumerable<JsonElement> messages)
    {
        var all = messages.ToArray();
        var instructions = Array.FindAll(all, IsInstruction);
        var conversation = Array.FindAll(all, message => !IsInstruction(message));
        var isSeparate = instructions.Length > 0 && model.HasSystemInstruction && conversation.Length > 0;
        if (isSeparate)
        {
            writer.WriteStartObject("systemInstruction"u8);
            WriteParts(instructions);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("contents"u8);
        if (!isSeparate && instructions.Length > 0)
        {
            // Nothing to say it in, or nothing to answer: said by the user.
            WriteContent("user", () => WriteParts(instructions));
        }

        WriteConversation(conversation);
        writer.WriteEndArray();
    }

    private static bool IsInstruction(JsonElement message) => message.Text("role") is "system" or "developer";

    private void WriteConversation(JsonElement[] messages)
    {
        for (var at = 0; at < messages.Length; at++)
        {
            switch (messages[at].Text("role"))
            {
                case "tool" or "function":
                    at = WriteResults(messages, at);
                    break;
                case "assistant":
                    _assistant.Write(messages[at], _calls);
                    break;
                case "user":
                    WriteContent("user", () => WriteParts([messages[at]]));
                    break;
                case var other:
                    throw new TranslationException($"Gemini has no messages of role '{other}'. Use system, developer, user, assistant or tool.");
            }
        }
    }

    // The answers to calls that were made together belong into one content.
    private int WriteResults(JsonElement[] messages, int at)
    {
        var end = at;
        while (end + 1 < messages.Length && messages[end + 1].Text("role") is "tool" or "function")
        {
            end++;
        }

        WriteContent("user", () =>
        {
            writer.WriteStartArray("parts"u8);
            foreach (var message in messages[at..(end + 1)])
            {
                _results.Write(message, NameOf(message));
            }

            writer.WriteEndArray();
        });
        return end;
    }

    private string NameOf(JsonElement message)
    {
        var id = message.Text("tool_call_id");
        return id is not null && _calls.TryGetValue(id, out var name) ? name : message.Text("name")
            ?? throw new TranslationException(
                $"The tool message for call '{id}' belongs to no call before it, and has no 'name'. Send the assistant message with its tool_calls too.");
    }

    private void WriteContent(string role, Action writeParts)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writeParts();
        writer.WriteEndObject();
    }

    private void WriteParts(JsonElement[] messages)
    {
        writer.WriteStartArray("parts"u8);
        foreach (var message in messages)
        {
            WriteMessage(message);
        }

        writer.WriteEndArray();
    }

    private void WriteMessage(JsonElement message)
    {
        var prefix = MessageText.NamePrefix(message);
        if (!message.TryMember("content", out var content) || content.ValueKind != JsonValueKind.Array)
        {
            GeminiPartTranslator.WriteText(writer, prefix + MessageText.Of(message));
            return;
        }

        foreach (var part in content.Items())
        {
            if (prefix.Length > 0 && part.Text("type") == "text")
            {
                GeminiPartTranslator.WriteText(writer, prefix + part.Text("text"));
                prefix = "";
                continue;
            }

            GeminiPartTranslator.Write(writer, part);
        }
    }
}
