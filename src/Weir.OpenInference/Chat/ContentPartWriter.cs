using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Writes the ordered parts of one message under <c>message.contents</c>.</summary>
internal sealed class ContentPartWriter(AttributeSink sink, string prefix)
{
    private int _index;

    public void Reasoning(ChatReasoning reasoning)
    {
        var part = Next();
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Reasoning);
        sink.Set(part + MessageContentAttributes.Text, reasoning.Text);
        if (reasoning.Signature is not null)
        {
            sink.Set(part + MessageContentAttributes.Signature, reasoning.Signature);
        }

        if (reasoning.EncryptedContent is not null)
        {
            sink.Set(part + MessageContentAttributes.EncryptedContent, reasoning.EncryptedContent);
        }

        if (reasoning.Id is not null)
        {
            sink.Set(part + MessageContentAttributes.Id, reasoning.Id);
        }
    }

    public void Text(JsonElement text)
    {
        var part = Next();
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Text);
        JsonText.Set(sink, part + MessageContentAttributes.Text, text);
    }

    /// <summary>What an audio answer says; the audio itself stays in <c>output.value</c>, its format is not part of the reply.</summary>
    public void Transcript(JsonElement text)
    {
        var part = Next();
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Audio);
        JsonText.Set(sink, $"{part}{MessageContentAttributes.Audio}.{AudioAttributes.Transcript}", text);
    }

    /// <summary>Every part of an array. Kinds without a name in the conventions (files) write nothing but keep their index.</summary>
    public void All(JsonElement parts)
    {
        foreach (var item in parts.EnumerateArray())
        {
            Part(Next(), item);
        }
    }

    private void Part(string part, JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Text);
            JsonText.Set(sink, part + MessageContentAttributes.Text, item);
        }
        else if (ChatParts.TryGetText(item, out var text))
        {
            sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Text);
            JsonText.Set(sink, part + MessageContentAttributes.Text, text);
        }
        else if (ChatParts.TryGetImageUrl(item, out var image))
        {
            sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Image);
            JsonText.Set(sink, $"{part}{MessageContentAttributes.Image}.{ImageAttributes.Url}", image);
        }
        else if (ChatParts.TryGetAudio(item, out var data, out var format))
        {
            sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Audio);
            sink.Set($"{part}{MessageContentAttributes.Audio}.{AudioAttributes.Url}", ChatParts.AudioUri(data, format));
        }
        else if (ChatParts.TryGetVideoUrl(item, out var video))
        {
            sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Video);
            JsonText.Set(sink, $"{part}{MessageContentAttributes.Video}.{VideoAttributes.Url}", video);
        }
    }

    private string Next() => $"{prefix}{MessageAttributes.Contents}.{_index++}.";
}
