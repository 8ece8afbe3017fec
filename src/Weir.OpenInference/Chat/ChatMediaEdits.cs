using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Finds what has to be replaced inside <c>input.value</c> and <c>output.value</c>: over-long inline media, hidden images and tools.</summary>
internal static class ChatMediaEdits
{
    /// <summary>Edits of a request body.</summary>
    public static void ForRequest(JsonElement request, TraceConfig config, JsonEdits edits)
    {
        if (config.HideLlmTools && !config.StrictCompatibility)
        {
            RedactIfPresent(request, "tools"u8, edits);
            RedactIfPresent(request, "functions"u8, edits);
        }

        // The items of a Responses request hold the same parts, in what was said and in what a tool gave back.
        if (JsonRead.TryGetArray(request, "input"u8, out var items))
        {
            EditItems(items, config, edits);
        }

        if (!JsonRead.TryGetArray(request, "messages"u8, out var messages))
        {
            return;
        }

        foreach (var message in messages.EnumerateArray())
        {
            if (JsonRead.TryGetArray(message, "content"u8, out var parts))
            {
                EditParts(parts, config, edits);
            }
        }
    }

    /// <summary>Edits of a reply: images that the model made.</summary>
    public static void ForReply(JsonElement reply, TraceConfig config, JsonEdits edits)
    {
        if (!JsonRead.TryGetArray(reply, "choices"u8, out var choices))
        {
            return;
        }

        foreach (var choice in choices.EnumerateArray())
        {
            if (JsonRead.TryGetObject(choice, "message"u8, out var message) && JsonRead.TryGetArray(message, "images"u8, out var images))
            {
                EditParts(images, config with { HideInputImages = false }, edits);
            }
        }
    }

    private static void EditItems(JsonElement items, TraceConfig config, JsonEdits edits)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (JsonRead.TryGetArray(item, "content"u8, out var parts) || JsonRead.TryGetArray(item, "output"u8, out parts))
            {
                EditParts(parts, config, edits);
            }
        }
    }

    private static void EditParts(JsonElement parts, TraceConfig config, JsonEdits edits)
    {
        foreach (var part in parts.EnumerateArray())
        {
            if (ChatParts.TryGetImageUrl(part, out var image))
            {
                EditImage(image, config, edits);
            }
            else if (ChatParts.TryGetAudio(part, out var data, out var format))
            {
                EditAudio(data, format, config, edits);
            }
            else if (JsonRead.TryGetObject(part, "source"u8, out var source))
            {
                EditSource(source, config, edits);
            }
            else if (JsonRead.TryGetArray(part, "content"u8, out var inner))
            {
                EditInner(inner, config, edits);
            }
        }
    }

    private static void EditImage(JsonElement url, TraceConfig config, JsonEdits edits)
    {
        var text = JsonText.Decode(url);
        var kept = config.HideInputImages ? TraceConfig.RedactedValue : InlineMedia.Shorten(config, text);
        if (!ReferenceEquals(kept, text))
        {
            edits.Replace(url, kept);
        }
    }

    // The result of a tool, in Anthropic's form, holds parts of its own, and those hold no others.
    private static void EditInner(JsonElement parts, TraceConfig config, JsonEdits edits)
    {
        foreach (var part in parts.EnumerateArray())
        {
            if (JsonRead.TryGetObject(part, "source"u8, out var source))
            {
                EditSource(source, config, edits);
            }
        }
    }

    // {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO…"}}, Anthropic's form; documents stay, as files do.
    private static void EditSource(JsonElement source, TraceConfig config, JsonEdits edits)
    {
        if (JsonRead.TryGetString(source, "media_type"u8, out var type) && type.StartsWith("image/", StringComparison.Ordinal)
            && JsonRead.TryGetText(source, "data"u8, out var data))
        {
            var uri = $"data:{type};base64,{JsonText.Decode(data)}";
            var kept = config.HideInputImages ? TraceConfig.RedactedValue : InlineMedia.Shorten(config, uri);
            if (!ReferenceEquals(kept, uri))
            {
                edits.Replace(data, kept);
            }
        }
    }

    private static void EditAudio(JsonElement data, string format, TraceConfig config, JsonEdits edits)
    {
        var uri = ChatParts.AudioUri(data, format);
        var kept = InlineMedia.Shorten(config, uri);
        if (!ReferenceEquals(kept, uri))
        {
            edits.Replace(data, kept);
        }
    }

    private static void RedactIfPresent(JsonElement request, ReadOnlySpan<byte> name, JsonEdits edits)
    {
        if (JsonRead.TryGetArray(request, name, out var value))
        {
            edits.Replace(value, TraceConfig.RedactedValue);
        }
    }
}
