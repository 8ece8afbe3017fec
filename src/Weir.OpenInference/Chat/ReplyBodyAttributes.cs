namespace Weir.OpenInference;

/// <summary>What the replies of all OpenAI-dialect operations have in common: the whole of them.</summary>
internal static class ReplyBodyAttributes
{
    /// <summary>Records a reply that is not a JSON object.</summary>
    public static void WritePlain(ReadOnlySpan<byte> reply, MaskingSink sink)
    {
        sink.SetUtf8(SpanAttributes.OutputValue, reply);
        sink.Set(SpanAttributes.OutputMimeType, MimeTypes.Text);
    }

    /// <summary>Records a JSON reply.</summary>
    /// <param name="edits">What is replaced in it.</param>
    public static void WriteJson(JsonEdits edits, MaskingSink sink)
    {
        JsonCompact.Set(sink, SpanAttributes.OutputValue, edits.Apply().Span);
        sink.Set(SpanAttributes.OutputMimeType, MimeTypes.Json);
    }
}
