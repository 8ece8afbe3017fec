using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Guardrails;

/// <summary>Finds the texts of a request that people or programs wrote for a model, whatever the protocol.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"user","content":[{"type":"text","text":"…"}]}]}      chat completions, Messages
/// {"instructions":"…","input":[{"role":"user","content":[{"type":"input_text","text":"…"}]},{"type":"function_call_output","output":"…"}]}
/// {"prompt":"…"}   {"input":["…"]}   {"query":"…","documents":["…",{"text":"…"}]}
/// </code>
/// Every place that any of them has is looked at in all, so that no member that passes through unread is a way around. What a model wrote as calls and
/// thoughts is left out: thoughts are signed, and calls have been made.
/// </remarks>
internal sealed class RequestTexts
{
    private readonly List<TextPlace> _places = [];
    private int _message;

    /// <param name="body">A JSON object that has been read before.</param>
    public static IReadOnlyList<TextPlace> Find(ReadOnlySpan<byte> body)
    {
        var texts = new RequestTexts();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            texts.ReadMember(ref reader);
        }

        return texts._places;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        var isUser = WireText.Is(reader, "input"u8) || WireText.Is(reader, "prompt"u8) || WireText.Is(reader, "query"u8) || WireText.Is(reader, "documents"u8);
        var isList = isUser || WireText.Is(reader, "messages"u8);
        var isSystem = WireText.Is(reader, "system"u8) || WireText.Is(reader, "instructions"u8);
        _ = reader.Read();
        if (isList && reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                _message++;
                ReadValue(ref reader, isUser: null);
            }

            return;
        }

        _message++;
        if (isList || isSystem)
        {
            ReadValue(ref reader, isUser: !isSystem);
        }
        else
        {
            reader.Skip();
        }
    }

    // Null: nobody has said whose it is.
    private void ReadValue(ref Utf8JsonReader reader, bool? isUser)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueSpan.Length > 0:
                _places.Add(new TextPlace((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, isUser ?? true, _message));
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    ReadValue(ref reader, isUser);
                }

                break;
            case JsonTokenType.StartObject:
                ReadObject(ref reader, isUser);
                break;
            default:
                break;
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, bool? isUser)
    {
        var kind = ObjectKind.Of(reader);
        var owner = kind.IsUser ?? isUser;
        var isOfModel = kind.IsOfModel && owner != true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = !isOfModel && IsText(reader, kind);
            _ = reader.Read();
            if (isText)
            {
                ReadValue(ref reader, owner);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // The data of a source is text only where the source says so: else it is an image.
    private static bool IsText(scoped in Utf8JsonReader reader, in ObjectKind kind) =>
        WireText.Is(reader, "content"u8) || WireText.Is(reader, "text"u8) || WireText.Is(reader, "output"u8) || WireText.Is(reader, "source"u8)
        || WireText.Is(reader, "title"u8) || WireText.Is(reader, "context"u8) || (kind.IsTextType && WireText.Is(reader, "data"u8));
}
