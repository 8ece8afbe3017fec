using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;
using Member = System.Collections.Generic.KeyValuePair<string, System.ReadOnlyMemory<byte>>;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Copies messages the way one provider wants them.</summary>
internal sealed class MessageRewriter(Utf8JsonWriter writer, MessageQuirks quirks, bool marksPrefill)
{
    private static readonly string[] ReasoningNames = ["reasoning", "reasoning_content", "reasoning_details"];

    /// <param name="writer">Behind the name of the member.</param>
    /// <param name="messages">A list.</param>
    /// <param name="quirks">What the provider wants.</param>
    /// <param name="marksPrefill">Whether an answer at the end is marked as one to go on from.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> messages, MessageQuirks quirks, bool marksPrefill) =>
        new MessageRewriter(writer, quirks, marksPrefill).Write(JsonSlices.Items(messages));

    private void Write(List<ReadOnlyMemory<byte>> messages)
    {
        var all = messages.ConvertAll(Read);

        // What is not a message is the provider's to refuse, in its own words.
        var isReadable = all.TrueForAll(message => message.Count > 0);
        if (isReadable && quirks.Alternates)
        {
            all = TurnMerger.Merge(all);
        }

        writer.WriteStartArray();
        for (var at = 0; at < all.Count; at++)
        {
            if (isReadable)
            {
                Write(all[at], isLast: at == all.Count - 1);
            }
            else
            {
                writer.WriteSlice(messages[at]);
            }
        }

        writer.WriteEndArray();
    }

    private List<Member> Read(ReadOnlyMemory<byte> message)
    {
        var members = JsonSlices.Members(message);
        return quirks.InstructionRole is { } role && members.Find("role").Text() is "system" or "developer"
            ? members.ConvertAll(member => member.Key == "role" ? new Member("role", JsonOf(role)) : member)
            : members;
    }

    private void Write(List<Member> message, bool isLast)
    {
        var isAssistant = message.Find("role").Text() == "assistant";
        var name = quirks.NameInText ? message.Find("name").Text() : null;
        writer.WriteStartObject();
        foreach (var (member, value) in message)
        {
            if (!IsRefused(member))
            {
                WriteMember(member, value, name);
            }
        }

        if (isAssistant && quirks.ReasoningMember is { } reasoningMember && ReasoningOf(message) is { } reasoning)
        {
            writer.WriteString(reasoningMember, reasoning);
        }

        if (isAssistant && isLast && marksPrefill && message.Find("tool_calls").IsEmpty && message.Find("prefix").IsEmpty)
        {
            writer.WriteBoolean("prefix"u8, true);
        }

        writer.WriteEndObject();
    }

    private bool IsRefused(string member) =>
        quirks.Refused.Contains(member) || (quirks.NameInText && member == "name") || (quirks.ReasoningMember is not null && ReasoningNames.Contains(member));

    private void WriteMember(string member, ReadOnlyMemory<byte> value, string? name)
    {
        writer.WritePropertyName(member);
        switch (member)
        {
            case "content" when value.Is('['):
                WriteParts(value, name);
                break;
            case "content" when name is { Length: > 0 } && value.Text() is { } text:
                writer.WriteStringValue($"{name}: {text}");
                break;
            case "tool_call_id" when quirks.ToolCallIdLength is { } length && value.Text() is { } id:
                writer.WriteStringValue(ToolCallIds.FitExactly(id, length));
                break;
            case "tool_calls" when quirks.ToolCallIdLength is { } length && value.Is('['):
                WriteCalls(value, length);
                break;
            default:
                writer.WriteSlice(value);
                break;
        }
    }

    private void WriteParts(ReadOnlyMemory<byte> parts, string? name)
    {
        writer.WriteStartArray();
        if (name is { Length: > 0 })
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteString("text"u8, $"{name}: ");
            writer.WriteEndObject();
        }

        foreach (var part in JsonSlices.Items(parts))
        {
            WriteObject(part, (member, value) =>
            {
                if (!quirks.Refused.Contains(member))
                {
                    writer.WriteSlice(member, value);
                }
            });
        }

        writer.WriteEndArray();
    }

    private void WriteCalls(ReadOnlyMemory<byte> calls, int idLength)
    {
        writer.WriteStartArray();
        foreach (var call in JsonSlices.Items(calls))
        {
            WriteObject(call, (member, value) =>
                writer.WriteSlice(member, member == "id" && value.Text() is { } id ? JsonOf(ToolCallIds.FitExactly(id, idLength)) : value));
        }

        writer.WriteEndArray();
    }

    private void WriteObject(ReadOnlyMemory<byte> item, Action<string, ReadOnlyMemory<byte>> write)
    {
        if (!item.Is('{'))
        {
            writer.WriteSlice(item);
            return;
        }

        writer.WriteStartObject();
        JsonSlices.Members(item).ForEach(member => write(member.Key, member.Value));
        writer.WriteEndObject();
    }

    // A list without items says that the model did not think, which some models want to hear.
    private static string? ReasoningOf(List<Member> message)
    {
        if ((message.Find("reasoning").Text() ?? message.Find("reasoning_content").Text()) is { } text)
        {
            return text;
        }

        var details = message.Find("reasoning_details");
        return details.Is('[')
            ? string.Concat(JsonSlices.Items(details).Select(JsonSlices.Members).Select(detail => detail.Find("text").Text() ?? detail.Find("summary").Text()))
            : null;
    }

    private static ReadOnlyMemory<byte> JsonOf(string plain) => Encoding.UTF8.GetBytes($"\"{plain}\"");
}
