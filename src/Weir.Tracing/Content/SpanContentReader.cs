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

    /// <summary>Where what went in stands: of a tool's span its arguments.</summary>
    internal static readonly string[] Inputs =
        [SpanAttributes.InputValue, "gen_ai.tool.call.arguments", "gen_ai.retrieval.query.text", "ai.toolCall.args", "ai.toolCall.input", "ai.value"];

    internal static readonly string[] Outputs = [SpanAttributes.OutputValue, "gen_ai.tool.call.result", "ai.toolCall.result", "ai.toolCall.output"];

    /// <param name="attributes">One flat JSON object.</param>
    /// <param name="events">A JSON array, or nothing: older senders put messages there.</param>
    /// <param name="textLimit">UTF-16 code units of one text; 0 for all.</param>
    public static SpanContent Read(ReadOnlyMemory<byte> attributes, ReadOnlyMemory<byte> events, int textLimit)
    {
        var draft = ContentDraft.Of(attributes, events);
        var texts = new ContentTexts(textLimit);
        return new SpanContent
        {
            Input = texts.Value(draft.First(Inputs), draft.Value(SpanAttributes.InputMimeType)),
            Output = texts.Value(draft.First(Outputs), draft.Value(SpanAttributes.OutputMimeType)),
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
            ?? texts.Json(draft.Value(ToolAttributes.Parameters))
            ?? ForeignParameters(draft);
        return parameters is { ValueKind: JsonValueKind.Object } members && NotParameters.Any(name => members.TryGetProperty(name, out _))
            ? WithoutContent(members)
            : parameters;
    }

    // gen_ai.request.temperature, ai.settings.maxOutputTokens
    private static JsonElement? ForeignParameters(ContentDraft draft)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, AttributeSet.WriterOptions);
        writer.WriteStartObject();
        var isEmpty = true;
        foreach (var (name, json) in Below(draft, "gen_ai.request.").Concat(Below(draft, "ai.settings.")).Where(parameter => parameter.Name != "model").DistinctBy(parameter => parameter.Name))
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
            isEmpty = false;
        }

        writer.WriteEndObject();
        writer.Flush();
        return isEmpty ? null : JsonElement.Parse(buffer.WrittenSpan);
    }

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Json)> Below(ContentDraft draft, string prefix) =>
        draft.Others.Where(other => other.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(other => (other.Key[prefix.Length..], other.Value));

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
