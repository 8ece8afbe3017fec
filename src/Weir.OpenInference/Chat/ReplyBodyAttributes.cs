using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>What the replies of all OpenAI-dialect operations have in common: the whole of them, model, provider, usage.</summary>
internal static class ReplyBodyAttributes
{
    /// <summary>
    /// Writes <c>output.*</c>, then model, provider and usage, then what else the operation records, so that an attribute limit evicts contents first.
    /// A reply that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="reply">UTF-8 JSON of the whole reply.</param>
    /// <param name="modelKey">Attribute of the model's name.</param>
    /// <param name="edit">What is replaced in the reply before it is recorded; null: nothing.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <param name="writeContents">Writes the contents of the parsed reply, and gives the error it may hold.</param>
    /// <param name="writePlainContents">Writes the contents of a reply that is plain text; null where none can be.</param>
    public static ChatError? Write(
        ReadOnlyMemory<byte> reply,
        string modelKey,
        Action<JsonElement, TraceConfig, JsonEdits>? edit,
        AttributeSink sink,
        TraceConfig config,
        Func<JsonElement, MaskingSink, ChatError?> writeContents,
        Action<ReadOnlyMemory<byte>, MaskingSink>? writePlainContents = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(config);
        var masked = new MaskingSink(sink, config);
        using var document = JsonRead.ParseObject(reply);
        if (document is null)
        {
            WritePlain(reply.Span, masked);
            writePlainContents?.Invoke(reply, masked);
            return null;
        }

        var root = document.RootElement;
        WriteOutputValue(reply, root, edit, masked, config);
        RequestBodyAttributes.SetText(masked, modelKey, root, "model"u8);
        RequestBodyAttributes.SetText(masked, OpenRouterAttributes.ProviderName, root, "provider"u8);
        if (JsonRead.TryGetObject(root, "usage"u8, out var usage))
        {
            ChatUsageAttributes.Write(masked, usage);
        }

        return writeContents(root, masked);
    }

    private static void WriteOutputValue(
        ReadOnlyMemory<byte> reply, JsonElement root, Action<JsonElement, TraceConfig, JsonEdits>? edit, MaskingSink sink, TraceConfig config)
    {
        // Edits may upload what they replace, which must not happen to what is hidden.
        if (config.HidesOutputValue)
        {
            sink.Set(SpanAttributes.OutputValue, TraceConfig.RedactedValue);
            return;
        }

        var edits = new JsonEdits(reply);
        edit?.Invoke(root, config, edits);
        JsonCompact.Set(sink, SpanAttributes.OutputValue, edits.Apply().Span);
        sink.Set(SpanAttributes.OutputMimeType, MimeTypes.Json);
    }

    private static void WritePlain(ReadOnlySpan<byte> reply, MaskingSink sink)
    {
        sink.SetUtf8(SpanAttributes.OutputValue, reply);
        sink.Set(SpanAttributes.OutputMimeType, MimeTypes.Text);
    }
}
