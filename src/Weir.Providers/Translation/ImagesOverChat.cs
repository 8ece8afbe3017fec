using System.Runtime.CompilerServices;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Images;

namespace Weir.Providers.Translation;

/// <summary>Images by way of a conversation, for dialects whose image models are chat models.</summary>
/// <param name="chat">Translates the conversation.</param>
internal sealed class ImagesOverChat(IOperationTranslator chat) : IOperationTranslator
{
    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        if (call.Request.Has("n") && !call.Request.Value("n").Span.SequenceEqual("1"u8))
        {
            throw new TranslationException("it makes one image at a time. Send 'n': 1, or leave it out.");
        }

        var body = JsonBody.Write(writer => WriteConversation(writer, call.Request));
        var request = chat.Translate(call with { Operation = ChatOperation.Instance, Request = ChatRequestReader.Read(body) });
        return request with { Body = ProviderOptions.AddTo(request.Body, call) };
    }

    /// <inheritdoc/>
    public bool NeedsContent(MediaKind kind, string url) => chat.NeedsContent(kind, url);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in chat.ReadAsync(body, streamed: false, cancellationToken))
        {
            yield return streamed
                ? new StreamEvent(StreamEventKind.Chunk, Picture(answer.Json, isEvent: true))
                : answer with { Json = Picture(answer.Json, isEvent: false) };
        }
    }

    private static void WriteConversation(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartArray("messages"u8);
        writer.WriteStartObject();
        writer.WriteString("role"u8, "user"u8);
        writer.WriteStartArray("content"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.Copy(request, "prompt", "text");
        writer.WriteEndObject();
        WriteReferences(writer, request);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("modalities"u8);
        writer.WriteStringValue("image"u8);
        writer.WriteStringValue("text"u8);
        writer.WriteEndArray();
        writer.Copy(request, "seed");
        WriteSize(writer, ImageSize.Of(request));
    }

    private static void WriteReferences(Utf8JsonWriter writer, ModelRequest request)
    {
        if (!request.Has("input_references"))
        {
            return;
        }

        using var references = WireDocument.Parse(request.Value("input_references"));
        foreach (var reference in references.RootElement.Items())
        {
            writer.WriteRaw(reference);
        }
    }

    private static void WriteSize(Utf8JsonWriter writer, ImageSize size)
    {
        if (size is { Width: not null })
        {
            throw new TranslationException("it has no sizes in pixels. Send 'resolution' and 'aspect_ratio'.");
        }

        if (size is { Tier: null, AspectRatio: null })
        {
            return;
        }

        writer.WriteStartObject("image_config"u8);
        if (size.AspectRatio is { } ratio)
        {
            writer.WriteString("aspect_ratio"u8, ratio);
        }

        if (size.Tier is { } tier)
        {
            writer.WriteString("image_size"u8, tier == "512" ? "0.5K" : tier);
        }

        writer.WriteEndObject();
    }

    // From message.images of the completion; what the model said beside them is not part of an image.
    private static ReadOnlyMemory<byte> Picture(ReadOnlyMemory<byte> completion, bool isEvent)
    {
        using var document = WireDocument.Parse(completion);
        var root = document.RootElement;
        if (root.TryMember("error", out _))
        {
            return completion;
        }

        var images = root.Items("choices").SelectMany(choice => choice.Member("message").Items("images")).Select(image => image.Member("image_url").Member("url")).ToArray();
        if (images.Length == 0)
        {
            var said = root.Items("choices").Select(choice => choice.Member("message").Text("content")).FirstOrDefault(text => text?.Length > 0);
            throw new InvalidDataException(said is null ? "The answer holds no image." : $"The answer holds no image; the model said: {said}");
        }

        return JsonBody.Write(writer =>
        {
            if (root.TryMember("usage", out var usage))
            {
                writer.WriteRaw("usage"u8, usage);
            }

            if (isEvent)
            {
                writer.WriteString("type"u8, "image_generation.completed"u8);
                WriteData(writer, images[0]);
                return;
            }

            writer.WriteStartArray("data"u8);
            foreach (var image in images)
            {
                writer.WriteStartObject();
                WriteData(writer, image);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private static void WriteData(Utf8JsonWriter writer, JsonElement url)
    {
        var data = DataUrl.Read(url) ?? throw new InvalidDataException("The answer holds the address of an image, not the image.");
        writer.WriteString("b64_json"u8, data.Base64);
    }
}
