using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.OpenInference;

namespace Weir.Tracing.Content;

/// <summary>Flattens a list of messages that came as one JSON attribute, so that there is one way to read messages.</summary>
/// <remarks>
/// In the dialect of chat requests, <code>[{"role":"user","content":"hi"}]</code>, or in that of the conventions,
/// <code>[{"message.role":"user","message":{"content":"hi"}}]</code>
/// </remarks>
internal static class MessageListFlattener
{
    private const string List = LlmAttributes.InputMessages;

    private static readonly TraceConfig Everything = TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = int.MaxValue };

    /// <summary>Adds the messages of a value to a list that has none.</summary>
    public static void AddTo(IndexedList<MessageDraft> messages, ReadOnlyMemory<byte> json) => _ = AddTo(messages, new PartedMessages(messages), json);

    /// <summary>Adds the messages of a value, JSON or a text that holds JSON; false when it is something else.</summary>
    public static bool AddTo(IndexedList<MessageDraft> messages, PartedMessages parted, ReadOnlyMemory<byte> json)
    {
        if (new ContentTexts(limit: 0).Json(json) is not { ValueKind: JsonValueKind.Array } list)
        {
            return false;
        }

        foreach (var message in list.EnumerateArray().Where(message => message.ValueKind == JsonValueKind.Object))
        {
            if (PartedMessages.IsParted(message))
            {
                parted.Add(message);
            }
            else if (message.TryGetProperty("role"u8, out _))
            {
                AddChat(messages, parted.TakePlace(), message);
            }
            else
            {
                AddMembers(messages.At(parted.TakePlace()), "", message);
            }
        }

        return true;
    }

    /// <summary>Adds the message that an event carries: <c>{"content":"hi"}</c>, with a role where it says one.</summary>
    public static void AddEvent(IndexedList<MessageDraft> messages, PartedMessages parted, JsonElement body, string role)
    {
        var place = parted.TakePlace();
        messages.At(place).Set(MessageAttributes.Role, ContentTexts.Quote(role));
        if (body.TryGetProperty("role"u8, out _))
        {
            AddChat(messages, place, body);
        }
        else if (body.TryGetProperty("content"u8, out var content))
        {
            messages.At(place).Set(MessageAttributes.Content, content.ValueKind == JsonValueKind.String ? ContentTexts.RawOf(content) : ContentTexts.Quote(content.GetRawText()));
        }

        if (body.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String)
        {
            messages.At(place).Set(MessageAttributes.ToolCallId, ContentTexts.RawOf(id));
        }
    }

    private static void AddChat(IndexedList<MessageDraft> messages, int index, JsonElement message)
    {
        byte[] request = [.. "{\"messages\":["u8, .. JsonMarshal.GetRawUtf8Value(message), .. "]}"u8];
        ChatRequestAttributes.Write(request, new Sink(messages.At(index)), Everything);
    }

    // As deep as JSON may be, which the parser bounds.
    private static void AddMembers(MessageDraft message, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    AddMembers(message, Join(path, member.Name), member.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    AddMembers(message, $"{path}.{index++}", item);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                message.Set(path, JsonMarshal.GetRawUtf8Value(value).ToArray());
                break;
        }
    }

    // {"message":{"message.role":"user"}} names its members twice, {"message":{"role":"user"}} once.
    private static string Join(string path, string name) =>
        path.Length == 0 || name.StartsWith("message.", StringComparison.Ordinal) ? name : $"{path}.{name}";

    private sealed class Sink(MessageDraft message) : AttributeSink
    {
        public override void Set(string key, string value)
        {
            if (FlatAttribute.TryFindElement(key, List, out _, out var member))
            {
                message.Set(member, ContentTexts.Quote(value));
            }
        }

        // The members of a message are all texts.
        public override void Set(string key, long value)
        {
        }

        public override void Set(string key, double value)
        {
        }

        public override void Set(string key, bool value)
        {
        }

        public override void Set(string key, string[] values)
        {
        }

        public override void Set(string key, double[] values)
        {
        }
    }
}
