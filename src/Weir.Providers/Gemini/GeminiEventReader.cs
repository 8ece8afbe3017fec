using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Turns the responses of one answer, which have the same form streamed and whole, into the internal form. Used by one answer.</summary>
/// <remarks>
/// <code>
/// {"candidates":[{"content":{"parts":[{"text":"Hi"}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{…},"responseId":"r1"}
/// {"id":"r1","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop","native_finish_reason":"STOP"}]}
/// </code>
/// </remarks>
internal sealed class GeminiEventReader(bool isChunk)
{
    private const int MostCandidates = 128;
    // Bounded by MostCandidates.
    private readonly SortedDictionary<int, GeminiCandidateState> _candidates = [];
    private GeminiUsage? _usage;
    private string _id = "";

    /// <summary>Whether every choice that began has come to its end. The stream itself has no end mark.</summary>
    public bool IsFinished => !HasFailed && _candidates.Count > 0 && _candidates.Values.All(candidate => candidate.IsFinished);

    /// <summary>Whether the answer ended in an error, after which nothing counts.</summary>
    public bool HasFailed { get; private set; }

    /// <returns>Empty when the response carries nothing for the client.</returns>
    /// <exception cref="JsonException">The response is not JSON.</exception>
    /// <exception cref="InvalidDataException">The response is not one of Gemini's.</exception>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> json)
    {
        using var document = WireDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("A response is not a JSON object.");
        }

        _id = root.Text("responseId") ?? _id;
        _usage = root.TryMember("usageMetadata", out var usage) ? GeminiUsage.Read(usage) : _usage;
        if (GeminiErrors.InBand(root) is { } error)
        {
            HasFailed = true;
            return error;
        }

        var buffer = new ArrayBufferWriter<byte>(json.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        WriteHead(writer);
        var isEmpty = true;
        foreach (var candidate in root.Items("candidates"))
        {
            isEmpty &= !WriteChoice(writer, candidate);
        }

        writer.WriteEndArray();
        if (!isChunk)
        {
            _usage?.Write(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return isEmpty ? default : buffer.WrittenMemory;
    }

    /// <summary>The last chunk of a stream: the usage, if Gemini reported any.</summary>
    public ReadOnlyMemory<byte> UsageChunk()
    {
        if (_usage is null)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>(384);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        WriteHead(writer);
        writer.WriteEndArray();
        _usage.Write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteHead(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, _id);
        writer.WriteStartArray("choices"u8);
    }

    // Returns whether there was anything to write.
    private bool WriteChoice(Utf8JsonWriter writer, JsonElement candidate)
    {
        var index = (int)Math.Clamp(candidate.Whole("index") ?? 0, 0, MostCandidates);
        var state = StateOf(index);
        var delta = new GeminiDelta(state, _id, index);
        foreach (var part in candidate.TryMember("content", out var content) ? content.Items("parts") : [])
        {
            delta.Take(part);
        }

        var citations = new GeminiCitations(candidate, state);
        var finish = candidate.Text("finishReason") is { Length: > 0 } reason && reason != "FINISH_REASON_UNSPECIFIED" ? reason : null;
        if (isChunk && delta.IsEmpty && citations.IsEmpty && finish is null)
        {
            return false;
        }

        writer.WriteStartObject();
        writer.WriteNumber("index"u8, index);
        writer.WriteStartObject(isChunk ? "delta"u8 : "message"u8);
        writer.WriteString("role"u8, "assistant");
        delta.Write(writer, isChunk);
        citations.Write(writer);
        writer.WriteEndObject();
        GeminiLogprobs.Write(writer, candidate);
        WriteFinish(writer, candidate, state, finish);
        writer.WriteEndObject();
        return true;
    }

    private static void WriteFinish(Utf8JsonWriter writer, JsonElement candidate, GeminiCandidateState state, string? native)
    {
        if (native is null)
        {
            writer.WriteNull("finish_reason"u8);
            return;
        }

        state.IsFinished = true;
        var reason = GeminiFinishReasons.Of(native, state.ToolCalls > 0);
        writer.WriteString("finish_reason"u8, reason);
        writer.WriteString("native_finish_reason"u8, native);
        if (reason == GeminiFinishReasons.Error)
        {
            GeminiErrors.WriteBroken(writer, native, candidate.Text("finishMessage"));
        }
    }

    private GeminiCandidateState StateOf(int index)
    {
        if (index >= MostCandidates)
        {
            throw new InvalidDataException($"An answer has more than {MostCandidates} candidates.");
        }

        if (!_candidates.TryGetValue(index, out var state))
        {
            state = _candidates[index] = new GeminiCandidateState();
        }

        return state;
    }
}
