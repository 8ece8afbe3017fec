using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Reads a whole response as a chat completion.</summary>
/// <remarks>
/// <code>
/// {"id":"resp_1","status":"completed","output":[{"type":"reasoning","id":"rs_1","summary":[]},{"type":"message","content":[{"type":"output_text","text":"Hi"}]}],"usage":{}}
/// {"id":"resp_1","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop","native_finish_reason":"completed"}],"usage":{}}
/// </code>
/// </remarks>
internal static class ResponsesAnswerReader
{
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="InvalidDataException">Not a response that has ended.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> body)
    {
        using var document = WireDocument.Parse(body);
        var response = document.RootElement;
        var buffer = new ArrayBufferWriter<byte>(body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        if (response.FindObject("error") is { } error)
        {
            ResponsesEnd.WriteError(writer, error);
        }
        else
        {
            WriteCompletion(writer, response);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteCompletion(Utf8JsonWriter writer, JsonElement response)
    {
        var items = response.Items("output").ToArray();
        var calls = Array.FindAll(items, item => item.Text("type") == "function_call");
        var finish = ResponsesEnd.FinishOf(response, calls.Length > 0)
            ?? throw new InvalidDataException($"The response has the status \"{response.Text("status")}\"; it is not whole.");
        writer.WriteString("id"u8, response.Text("id"));
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        WriteSaid(writer, items);
        WriteReasoning(writer, Array.FindAll(items, item => item.Text("type") == "reasoning"));
        WriteCalls(writer, calls);
        var images = Array.FindAll(items, item => item.Text("type") == "image_generation_call" && item.Member("result").IsFilled());
        if (images.Length > 0)
        {
            ResponsesItems.WriteImages(writer, images);
        }

        writer.WriteEndObject();
        ResponsesEnd.WriteFinish(writer, finish);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (response.Text("service_tier") is { } tier)
        {
            writer.WriteString("service_tier"u8, tier);
        }

        if (response.FindObject("usage") is { } usage)
        {
            ResponsesEnd.WriteUsage(writer, usage);
        }
    }

    private static void WriteSaid(Utf8JsonWriter writer, JsonElement[] items)
    {
        var parts = items.Where(item => item.Text("type") == "message").SelectMany(item => item.Items("content")).ToArray();
        var texts = Array.FindAll(parts, part => part.Text("type") == "output_text");
        writer.WriteString("content"u8, texts.Length == 0 ? null : string.Concat(texts.Select(part => part.Text("text"))));
        if (Array.FindAll(parts, part => part.Text("type") == "refusal") is { Length: > 0 } refusals)
        {
            writer.WriteString("refusal"u8, string.Concat(refusals.Select(part => part.Text("refusal"))));
        }

        var citations = texts.SelectMany(part => part.Items("annotations")).Where(annotation => annotation.Text("type") == "url_citation").ToArray();
        if (citations.Length > 0)
        {
            ResponsesItems.WriteAnnotations(writer, citations);
        }
    }

    private static void WriteReasoning(Utf8JsonWriter writer, JsonElement[] items)
    {
        var details = items.SelectMany(DetailsOf).Select((detail, index) => detail with { Index = index }).ToArray();
        if (details.Length == 0)
        {
            return;
        }

        var plain = details.Select(detail => detail.Summary ?? detail.Text).OfType<string>().ToArray();
        if (plain.Length > 0)
        {
            writer.WriteString("reasoning"u8, string.Join("\n\n", plain));
        }

        writer.WriteStartArray("reasoning_details"u8);
        Array.ForEach(details, detail => detail.Write(writer));
        writer.WriteEndArray();
    }

    private static IEnumerable<ReasoningDetail> DetailsOf(JsonElement item)
    {
        var empty = new ReasoningDetail { Format = ResponsesReasoning.Format, Id = item.Text("id") };
        foreach (var part in item.Items("summary"))
        {
            yield return empty with { Summary = part.Text("text") ?? "" };
        }

        foreach (var part in item.Items("content"))
        {
            yield return empty with { Text = part.Text("text") ?? "" };
        }

        if (item.Text("encrypted_content") is { Length: > 0 } data)
        {
            yield return empty with { Data = data };
        }
    }

    private static void WriteCalls(Utf8JsonWriter writer, JsonElement[] calls)
    {
        if (calls.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in calls)
        {
            var (id, name) = ResponsesItems.IdentityOf(call);
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, call.Text("arguments") is { Length: > 0 } arguments ? arguments : "{}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
