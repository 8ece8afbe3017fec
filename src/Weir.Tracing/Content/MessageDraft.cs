using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>A message while its attributes are read, in any order.</summary>
internal sealed class MessageDraft
{
    private const string FinishReason = "message.finish_reason";

    private readonly IndexedList<PartDraft> _parts = new();
    private readonly IndexedList<ToolCallDraft> _calls = new();
    private ReadOnlyMemory<byte> _role;
    private ReadOnlyMemory<byte> _name;
    private ReadOnlyMemory<byte> _toolCallId;
    private ReadOnlyMemory<byte> _finishReason;
    private ReadOnlyMemory<byte> _content;
    private ToolCallDraft? _functionCall;

    public void Set(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        if (FlatAttribute.TryFindElement(member, MessageAttributes.Contents, out var index, out var inner))
        {
            _parts.At(index).Set(inner, json);
            return;
        }

        if (FlatAttribute.TryFindElement(member, MessageAttributes.ToolCalls, out index, out inner))
        {
            _calls.At(index).Set(inner, json);
            return;
        }

        SetOwn(member, json);
    }

    /// <param name="texts">How texts are read.</param>
    /// <param name="finishReason">Why the model stopped, when the message itself does not say.</param>
    public MessageRecord ToRecord(ContentTexts texts, string? finishReason) => new()
    {
        Role = texts.Plain(_role) ?? "",
        Name = texts.Plain(_name),
        ToolCallId = texts.Plain(_toolCallId),
        FinishReason = texts.Plain(_finishReason) ?? finishReason,
        Parts = [.. Parts().Select(part => part.ToRecord(texts)).OfType<MessagePart>().Where(IsSaying)],
        ToolCalls = [.. Calls().Select(call => call.ToRecord(texts))],
    };

    private static bool IsSaying(MessagePart part) => part.Type != MessageContentTypes.Text || part.Text is not null;

    private void SetOwn(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        switch (member)
        {
            case MessageAttributes.Role:
                _role = json;
                break;
            case MessageAttributes.Name:
                _name = json;
                break;
            case MessageAttributes.ToolCallId:
                _toolCallId = json;
                break;
            case MessageAttributes.Content:
                _content = json;
                break;
            case FinishReason:
                _finishReason = json;
                break;
            case MessageAttributes.FunctionCallName or MessageAttributes.FunctionCallArgumentsJson:
                _functionCall ??= new ToolCallDraft();
                _functionCall.Set(member, json);
                break;
        }
    }

    // Some senders write a text both ways.
    private IEnumerable<PartDraft> Parts() =>
        _content.IsEmpty || _parts.Items.Any(part => part.Says(_content)) ? _parts.Items : _parts.Items.Prepend(PartDraft.OfText(_content));

    // A call between other parts is the same call as in the list of calls, where there is one.
    private IEnumerable<ToolCallDraft> Calls()
    {
        var calls = _calls.IsEmpty ? _parts.Items.Select(part => part.ToolCall).OfType<ToolCallDraft>() : _calls.Items;
        return _functionCall is null ? calls : calls.Append(_functionCall);
    }
}
