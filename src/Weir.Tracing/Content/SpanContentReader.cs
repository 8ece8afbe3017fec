using System.Buffers;
using System.Text.Json;
using Weir.OpenInference;
using Weir.Protocol.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>Reads what people want to see of a span from its OpenInference attributes.</summary>
public static class SpanContentReader
{
    // They are shown as what they are; JavaScript's instrumentor repeats them among the parameters.
    private static readonly string[] NotParameters = ["tools", "messages", "input", "instructions"];

    /// <param name="attributes">One flat JSON object.</param>
    /// <param name="textLimit">UTF-16 code units of one text; 0 for all.</param>
    public static SpanContent Read(ReadOnlyMemory<byte> attributes, int textLimit)
    {
        var draft = ContentDraft.Of(attributes);
        var texts = new ContentTexts(textLimit);
        return new SpanContent
        {
            Input = texts.Value(draft.Value(SpanAttributes.InputValue), draft.Value(SpanAttributes.InputMimeType)),
            Output = texts.Value(draft.Value(SpanAttributes.OutputValue), draft.Value(SpanAttributes.OutputMimeType)),
            InputMessages = draft.InputMessages(texts),
            OutputMessages = draft.OutputMessages(texts),
            Tools = draft.Tools(texts),
            Parameters = Parameters(draft, texts),
            Documents = draft.Documents(texts),
        };
    }

    private static JsonElement? Parameters(ContentDraft draft, ContentTexts texts)
    {
        var parameters = texts.Json(draft.Value(LlmAttributes.InvocationParameters))
            ?? texts.Json(draft.Value(EmbeddingAttributes.InvocationParameters))
            ?? texts.Json(draft.Value(ToolAttributes.Parameters));
        return parameters is { ValueKind: JsonValueKind.Object } members && NotParameters.Any(name => members.TryGetProperty(name, out _))
            ? WithoutContent(members)
            : parameters;
    }

    private static JsonElement WithoutContent(JsonElement parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, AttributeSet.WriterOptions);
        writer.WriteStartObject();
        foreach (var member in parameters.EnumerateObject().Where(member => !NotParameters.Contains(member.Name, StringComparer.Ordinal)))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
