using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens a reply that holds images, sound or a transcript to attributes.</summary>
public static class MediaReplyAttributes
{
    private const string Message = LlmAttributes.OutputMessages + ".0.";

    /// <summary>
    /// Writes <c>output.*</c>, model, token counts, cost, and one assistant message with the images, the sound or the transcript. Images and
    /// sound longer than the configuration allows are replaced. Never throws on content.
    /// </summary>
    /// <param name="reply">The whole reply: UTF-8 JSON, plain text, or the bytes of a sound.</param>
    /// <param name="contentType">Content type of the reply; null if it named none.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <returns>The error that a reply with status 200 may hold; null if none.</returns>
    public static ChatError? Write(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(config);
        if (contentType?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) == true)
        {
            WriteSound(reply.Span, contentType, new MaskingSink(sink, config), config);
            return null;
        }

        return ReplyBodyAttributes.Write(reply, LlmAttributes.ModelName, ImageEdits.ForImages, sink, config, WriteContents, WriteSubtitles);
    }

    private static ChatError? WriteContents(JsonElement root, MaskingSink sink)
    {
        if (JsonRead.TryGetArray(root, "data"u8, out var images))
        {
            WriteImages(images, sink);
        }
        else if (JsonRead.TryGetText(root, "text"u8, out var transcript))
        {
            sink.Set(Message + MessageAttributes.Role, "assistant");
            JsonText.Set(sink, Message + MessageAttributes.Content, transcript);
        }
        else if (ImageUrl(root) is { } image)
        {
            sink.Set(Message + MessageAttributes.Role, "assistant");
            WriteImage(sink, 0, image);
        }

        return ChatError.FromOwner(root);
    }

    // A transcript in one of the subtitle formats.
    private static void WriteSubtitles(ReadOnlyMemory<byte> reply, MaskingSink sink)
    {
        sink.Set(Message + MessageAttributes.Role, "assistant");
        sink.SetUtf8(Message + MessageAttributes.Content, reply.Span);
    }

    private static void WriteSound(ReadOnlySpan<byte> sound, string contentType, MaskingSink sink, TraceConfig config)
    {
        var type = contentType.Split(';', 2)[0];
        var part = $"{Message}{MessageAttributes.Contents}.0.";
        sink.Set(Message + MessageAttributes.Role, "assistant");
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Audio);
        sink.Set($"{part}{MessageContentAttributes.Audio}.{AudioAttributes.MimeType}", type);

        // Minutes of sound are not written down only to be redacted.
        var isTooLong = config.BlobUploader is null && sound.Length > config.Base64ImageMaxLength;
        sink.Set(
            $"{part}{MessageContentAttributes.Audio}.{AudioAttributes.Url}",
            isTooLong ? TraceConfig.RedactedValue : $"data:{type};base64,{Convert.ToBase64String(sound)}");
    }

    private static void WriteImages(JsonElement images, MaskingSink sink)
    {
        sink.Set(Message + MessageAttributes.Role, "assistant");
        var index = 0;
        foreach (var image in images.EnumerateArray())
        {
            if (ImageUrl(image) is { } url)
            {
                WriteImage(sink, index++, url);
            }
        }
    }

    private static void WriteImage(MaskingSink sink, int index, string url)
    {
        var part = $"{Message}{MessageAttributes.Contents}.{index}.";
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Image);
        sink.Set($"{part}{MessageContentAttributes.Image}.{ImageAttributes.Url}", url);
    }

    private static string? ImageUrl(JsonElement image)
    {
        if (JsonRead.TryGetString(image, "b64_json"u8, out var base64))
        {
            return ImageEdits.Uri(base64);
        }

        return JsonRead.TryGetString(image, "url"u8, out var url) ? url : null;
    }
}
