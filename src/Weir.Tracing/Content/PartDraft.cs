using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>A part of a message while its attributes are read.</summary>
internal sealed class PartDraft
{
    private const string ImageUrl = $"{MessageContentAttributes.Image}.{ImageAttributes.Url}";
    private const string AudioUrl = $"{MessageContentAttributes.Audio}.{AudioAttributes.Url}";
    private const string AudioType = $"{MessageContentAttributes.Audio}.{AudioAttributes.MimeType}";
    private const string AudioTranscript = $"{MessageContentAttributes.Audio}.{AudioAttributes.Transcript}";
    private const string VideoUrl = $"{MessageContentAttributes.Video}.{VideoAttributes.Url}";

    private ReadOnlyMemory<byte> _type;
    private ReadOnlyMemory<byte> _text;
    private ReadOnlyMemory<byte> _url;
    private ReadOnlyMemory<byte> _urlType;
    private string _likelyType = MessageContentTypes.Text;

    /// <summary>The tool call that stands here between other parts; null for other parts.</summary>
    public ToolCallDraft? ToolCall { get; private set; }

    /// <summary>A part that is all text.</summary>
    public static PartDraft OfText(ReadOnlyMemory<byte> json) => new() { _text = json };

    public void Set(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        switch (member)
        {
            case MessageContentAttributes.Type:
                _type = json;
                break;
            case MessageContentAttributes.Text or AudioTranscript:
                _text = json;
                break;
            case ImageUrl:
                SetUrl(MessageContentTypes.Image, json);
                break;
            case AudioUrl:
                SetUrl(MessageContentTypes.Audio, json);
                break;
            case VideoUrl:
                SetUrl(MessageContentTypes.Video, json);
                break;
            case AudioType:
                _urlType = json;
                break;
            default:
                SetToolCall(member, json);
                break;
        }
    }

    /// <summary>Whether it says the same as a text that stands beside it.</summary>
    public bool Says(ReadOnlyMemory<byte> json) => _text.Span.SequenceEqual(json.Span);

    /// <summary>The part; null for one that is only a tool call.</summary>
    public MessagePart? ToRecord(ContentTexts texts)
    {
        var text = texts.Value(_text);
        var url = texts.Value(_url, _urlType);
        return ToolCall is not null && text is null && url is null ? null : new MessagePart { Type = TypeOf(texts.Plain(_type)), Text = text, Url = url };
    }

    // The Responses API's own names for text reach attributes as they are in JavaScript.
    private string TypeOf(string? sent) => sent switch
    {
        null => _likelyType,
        "input_text" or "output_text" => MessageContentTypes.Text,
        _ => sent,
    };

    private void SetUrl(string type, ReadOnlyMemory<byte> json) => (_likelyType, _url) = (type, json);

    private void SetToolCall(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        if (member.StartsWith("tool_call.", StringComparison.Ordinal))
        {
            ToolCall ??= new ToolCallDraft();
            ToolCall.Set(member, json);
        }
    }
}
