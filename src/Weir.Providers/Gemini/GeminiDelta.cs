using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>What the parts of one candidate add to its choice.</summary>
/// <remarks>
/// <code>
/// [{"text":"Hm.","thought":true},{"text":"Hi"},{"functionCall":{"name":"f","args":{}},"thoughtSignature":"EpE…"},{"inlineData":{"mimeType":"image/png","data":"iVBO"}}]
/// </code>
/// </remarks>
internal sealed class GeminiDelta(GeminiCandidateState state, string answerId, int candidate)
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _reasoning = new();
    private readonly List<ReasoningDetail> _details = [];
    private readonly List<GeminiToolCall> _calls = [];
    private readonly List<JsonElement> _images = [];
    private readonly List<JsonElement> _sounds = [];

    public bool IsEmpty =>
        _content.Length + _reasoning.Length == 0 && _details.Count + _calls.Count + _images.Count + _sounds.Count == 0;

    public void Take(JsonElement part)
    {
        var signature = part.Text("thoughtSignature");
        if (part.TryMember("functionCall", out var call))
        {
            TakeCall(call, signature);
        }
        else if (part.TryMember("inlineData", out var media))
        {
            TakeMedia(media, part.IsTrue("thought"), signature);
        }
        else if (part.IsTrue("thought"))
        {
            TakeThought(part.Text("text") ?? "", signature);
        }
        else
        {
            TakeText(part.Text("text") ?? "", signature);
        }
    }

    /// <param name="writer">In an open delta or message.</param>
    /// <param name="isChunk">A message says that it has no text; a delta is silent about it.</param>
    public void Write(Utf8JsonWriter writer, bool isChunk)
    {
        if (_content.Length > 0 || !isChunk)
        {
            writer.WritePropertyName("content"u8);
            WriteTextOrNull(writer, _content);
        }

        if (_reasoning.Length > 0)
        {
            writer.WriteString("reasoning"u8, _reasoning.ToString());
        }

        WriteList(writer, "reasoning_details"u8, _details, detail => detail.Write(writer));
        WriteList(writer, "tool_calls"u8, _calls, call => call.Write(writer, isChunk));
        WriteList(writer, "images"u8, _images, image => WriteImage(writer, image));
        WriteAudio(writer);
    }

    private void TakeText(string text, string? signature)
    {
        _ = _content.Append(text);
        state.AddContent(text);
        TakeSignature(signature, null);
    }

    private void TakeThought(string text, string? signature)
    {
        if (text.Length == 0 && signature is null)
        {
            return;
        }

        _ = _reasoning.Append(text);
        var index = state.ThoughtIndex();
        if (_details.Count > 0 && _details[^1] is { Text: not null, Signature: null } last && last.Index == index)
        {
            _details[^1] = last with { Text = last.Text + text, Signature = signature };
            return;
        }

        _details.Add(new ReasoningDetail { Format = GeminiSignatures.Format, Index = index, Text = text, Signature = signature });
    }

    private void TakeCall(JsonElement call, string? signature)
    {
        var name = call.Text("name") ?? throw new InvalidDataException("A function call has no name.");
        var arguments = call.TryMember("args", out var args) && args.ValueKind == JsonValueKind.Object ? CompactJson.Of(args) : "{}"u8.ToArray();
        var (position, id) = state.NextCall(call.Text("id"), answerId, candidate, name, arguments.Span);
        _calls.Add(new GeminiToolCall(position, id, name, arguments));
        TakeSignature(signature, id);
    }

    private void TakeMedia(JsonElement media, bool isThought, string? signature)
    {
        var type = media.Text("mimeType") ?? "";
        if (type.StartsWith("audio/", StringComparison.Ordinal))
        {
            _sounds.Add(media);
        }
        else if (!isThought && type.StartsWith("image/", StringComparison.Ordinal))
        {
            // A draft that it only thought of is not an answer.
            _images.Add(media);
            TakeSignature(signature, GeminiSignatures.ImageId(state.NextImage()));
        }
    }

    private void TakeSignature(string? signature, string? id)
    {
        if (!string.IsNullOrEmpty(signature))
        {
            _details.Add(new ReasoningDetail { Format = GeminiSignatures.Format, Index = state.SingleIndex(), Id = id, Data = signature });
        }
    }

    private static void WriteTextOrNull(Utf8JsonWriter writer, StringBuilder text)
    {
        if (text.Length == 0)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStringValue(text.ToString());
    }

    private static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        items.ForEach(write);
        writer.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter writer, JsonElement image)
    {
        var url = new ArrayBufferWriter<byte>(256);
        _ = Encoding.UTF8.GetBytes($"data:{image.Text("mimeType")};base64,", url);
        url.Write(image.TryMember("data", out var data) ? data.Utf8() : default);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image_url");
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, url.WrittenSpan);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteAudio(Utf8JsonWriter writer)
    {
        if (_sounds.Count == 0)
        {
            return;
        }

        // Each piece is whole base64 of its own; only the decoded samples can be joined.
        var samples = new ArrayBufferWriter<byte>();
        foreach (var sound in _sounds)
        {
            samples.Write(sound.TryMember("data", out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
                ? bytes
                : throw new InvalidDataException("Audio is not base64."));
        }

        writer.WriteStartObject("audio"u8);
        writer.WriteString("id"u8, $"audio_{answerId}");
        writer.WriteBase64String("data"u8, samples.WrittenSpan);
        writer.WriteEndObject();
    }
}
