using System.Runtime.CompilerServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations.Images;
using Weir.Protocol.Sse;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible.Media;

/// <summary><c>POST images/generations</c>.</summary>
/// <remarks>Source: https://platform.openai.com/docs/api-reference/images/create.</remarks>
internal sealed class ImagesTranslator : IOperationTranslator
{
    private const int PartialImages = 2;

    // A whole image is one event.
    private const int LargestEvent = 32 * 1024 * 1024;

    // Where one side is longer than the other by less than this, the image is a square.
    private const double NearlySquare = 1.15;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        if (IsOpenRouter(call))
        {
            return new UpstreamRequest
            {
                Path = "images",
                Headers = BearerHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json"),
                Body = ProviderOptions.AddTo(JsonBody.Write(writer => WriteUnchanged(writer, call)), call),
            };
        }

        if (call.Request.Has("input_references"))
        {
            throw new TranslationException("images to go by ('input_references') are not translated to its image API.");
        }

        return new UpstreamRequest
        {
            Path = "images/generations",
            Headers = BearerHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json"),
            Body = ProviderOptions.AddTo(JsonBody.Write(writer => WriteBody(writer, call)), call),
        };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        streamed ? ReadEventsAsync(body, cancellationToken) : WholeAnswer.ReadAsync(body, static answer => answer, cancellationToken);

    private static async IAsyncEnumerable<StreamEvent> ReadEventsAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = new SseReader(body, LargestEvent);
        while (await events.ReadAsync(cancellationToken))
        {
            if (!events.Data.IsEmpty && !events.Data.Span.SequenceEqual("[DONE]"u8))
            {
                yield return new StreamEvent(StreamEventKind.Chunk, events.Data);
            }
        }
    }

    // What speaks our own API is asked in it.
    private static bool IsOpenRouter(UpstreamCall call) => call.Endpoint.Provider.BaseUrl.Host.Equals("openrouter.ai", StringComparison.OrdinalIgnoreCase);

    private static void WriteUnchanged(Utf8JsonWriter writer, UpstreamCall call)
    {
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        foreach (var member in call.Request.Members.Where(member => member.Name is not ("model" or "models" or "provider" or "user")))
        {
            writer.Copy(call.Request, member.Name);
        }
    }

    private static void WriteBody(Utf8JsonWriter writer, UpstreamCall call)
    {
        var request = call.Request;
        var isGptImage = call.Endpoint.UpstreamModel.Contains("gpt-image", StringComparison.OrdinalIgnoreCase);
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        writer.Copy(request, "prompt");
        writer.Copy(request, "n");
        if (Size(ImageSize.Of(request), isGptImage) is { } size)
        {
            writer.WriteString("size"u8, size);
        }

        if (isGptImage)
        {
            writer.Copy(request, "quality");
            writer.Copy(request, "background");
            writer.Copy(request, "output_format");
            writer.Copy(request, "output_compression");
            WriteStream(writer, request.Stream);
        }
        else
        {
            // The others answer with addresses unless they are told not to.
            writer.WriteString("response_format"u8, "b64_json"u8);
            writer.Copy(request, "seed");
            writer.Copy(request, "stream");
        }

        if (call.HashedUser is { } user)
        {
            writer.WriteString("user"u8, user);
        }
    }

    private static void WriteStream(Utf8JsonWriter writer, bool stream)
    {
        if (stream)
        {
            writer.WriteBoolean("stream"u8, true);
            writer.WriteNumber("partial_images"u8, PartialImages);
        }
    }

    // Pixels that the caller named are sent as they are. Otherwise GPT Image has three sizes, of which the nearest is taken, and others have any.
    private static string? Size(ImageSize size, bool isGptImage)
    {
        if (size is { Width: { } width, Height: { } height })
        {
            return $"{width}x{height}";
        }

        if (size is { Tier: null, AspectRatio: null })
        {
            return null;
        }

        if (!isGptImage)
        {
            var (across, down) = size.Pixels();
            return $"{across}x{down}";
        }

        return size.Ratio switch
        {
            > NearlySquare => "1536x1024",
            < 1 / NearlySquare => "1024x1536",
            _ => "1024x1024",
        };
    }
}
