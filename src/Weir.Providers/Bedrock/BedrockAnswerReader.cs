using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Turns a whole answer into a chat completion.</summary>
/// <remarks>
/// <code>
/// {"output":{"message":{"role":"assistant","content":[{"text":"Hi"}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":1,"totalTokens":4}}
/// {"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop","native_finish_reason":"end_turn"}],"usage":{…}}
/// </code>
/// </remarks>
internal static class BedrockAnswerReader
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <exception cref="InvalidDataException">It is not a finished message.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(LoneSurrogates.Replace(AnswerBody.ValidUtf8(body)), Bounded);
        using var chunks = new ChunkWriter();
        var answer = document.RootElement;
        var message = answer.Member("output").Member("message");
        if (answer.Text("stopReason") is not { } reason || message.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("It is not an answer with 'output.message' and 'stopReason'.");
        }

        return chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteStartObject();
            writer.WriteNumber("index"u8, 0);
            WriteMessage(writer, [.. message.Items("content")]);
            ConverseFinish.Write(writer, reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
            _ = ConverseUsage.Write(writer, answer);
        }).ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        var texts = blocks.Where(block => block.TryMember("text", out _) || block.TryMember("citationsContent", out _)).Select(TextOf).ToArray();
        writer.WriteString("content"u8, texts.Length == 0 ? null : string.Concat(texts));
        WriteReasoning(writer, blocks);
        WriteToolCalls(writer, blocks);
        WriteImages(writer, blocks);
        WriteCitations(writer, blocks);
        writer.WriteEndObject();
    }

    // A text with citations is in pieces.
    private static string TextOf(JsonElement block) =>
        block.Text("text") ?? string.Concat(block.Member("citationsContent").Items("content").Select(piece => piece.Text("text")));

    private static void WriteReasoning(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        var thoughts = blocks.Select(block => block.Member("reasoningContent")).Where(thought => thought.ValueKind == JsonValueKind.Object).ToArray();
        if (thoughts.Length == 0)
        {
            return;
        }

        if (string.Concat(thoughts.Select(thought => thought.Member("reasoningText").Text("text"))) is { Length: > 0 } reasoning)
        {
            writer.WriteString("reasoning"u8, reasoning);
        }

        writer.WriteStartArray("reasoning_details"u8);
        for (var index = 0; index < thoughts.Length; index++)
        {
            var text = thoughts[index].Member("reasoningText");
            ConverseReasoningDetails.Write(writer, index, text.Text("text"), text.Text("signature"), thoughts[index].Text("redactedContent"));
        }

        writer.WriteEndArray();
    }

    private static void WriteToolCalls(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        // A tool that Bedrock runs itself is not for the caller to run.
        var calls = blocks.Select(block => block.Member("toolUse"))
            .Where(call => call.ValueKind == JsonValueKind.Object && call.Text("type") != "server_tool_use")
            .ToArray();
        if (calls.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in calls)
        {
            if (call.Text("toolUseId") is not { } id || call.Text("name") is not { } name)
            {
                throw new InvalidDataException("A tool call has no id or no name.");
            }

            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, call.Member("input") is { ValueKind: JsonValueKind.Object } input ? CompactJson.Of(input).Span : "{}"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteImages(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        var images = blocks.Select(block => block.Member("image")).Where(image => image.Member("source").Text("bytes") is { Length: > 0 }).ToArray();
        if (images.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("images"u8);
        foreach (var image in images)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "image_url"u8);
            writer.WriteStartObject("image_url"u8);
            writer.WriteString("url"u8, $"data:image/{image.Text("format") ?? "png"};base64,{image.Member("source").Text("bytes")}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCitations(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        var placed = new List<(JsonElement Citation, int Start, int End)>();
        var end = 0;
        foreach (var block in blocks)
        {
            var start = end;
            end += TextOf(block).Length;
            placed.AddRange(block.Member("citationsContent").Items("citations").Where(ConverseCitations.HasAddress).Select(citation => (citation, start, end)));
        }

        ConverseCitations.Write(writer, placed);
    }
}
