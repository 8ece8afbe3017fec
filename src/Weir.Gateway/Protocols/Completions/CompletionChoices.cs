using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>Writes the choices of one answer as texts; the first text of each begins with the prompt when the request asks for an echo.</summary>
internal sealed class CompletionChoices
{
    private readonly byte[]? _echo;

    // Of each choice, how much text there was before; bounded by the choices a request may ask for, and by its provider's answer.
    private readonly Dictionary<long, CompletionLogprobs> _begun = [];

    private CompletionChoices(byte[]? echo) => _echo = echo;

    /// <param name="body">Of the request.</param>
    public static CompletionChoices Of(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var isEcho = document.RootElement.Find("echo"u8) is { ValueKind: JsonValueKind.True };
        return new CompletionChoices(isEcho ? CompletionPrompt.RawText(body) : null);
    }

    /// <summary>The choices of a chunk that a client would notice: a text, reasoning, an end, or the echo that is still due.</summary>
    public IReadOnlyCollection<JsonElement> Saying(JsonElement chunk) => [.. chunk.FindItems("choices"u8).Where(IsSaying)];

    public void Write(Utf8JsonWriter writer, IReadOnlyCollection<JsonElement> choices)
    {
        foreach (var choice in choices)
        {
            Write(writer, choice);
        }
    }

    /// <summary>The choice of an answer that broke off.</summary>
    public static void WriteFailed(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteString("text"u8, ""u8);
        writer.WriteNull("logprobs"u8);
        writer.WriteString("finish_reason"u8, FinishReasons.Error);
        writer.WriteNull("native_finish_reason"u8);
        writer.WriteEndObject();
    }

    private static JsonElement? Said(JsonElement choice) => choice.FindObject("delta"u8) ?? choice.FindObject("message"u8);

    private static long IndexOf(JsonElement choice) => choice.FindWhole("index"u8) ?? 0;

    private bool IsSaying(JsonElement choice) =>
        choice.FindText("finish_reason"u8) is not null
        || (_echo is not null && !_begun.ContainsKey(IndexOf(choice)))
        || (Said(choice) is { } said && (TextsOf(said).Length > 0 || ReasoningOf(said) is not null));

    private void Write(Utf8JsonWriter writer, JsonElement choice)
    {
        var index = IndexOf(choice);
        var said = Said(choice) ?? default;
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, index);
        writer.WritePropertyName("text"u8);
        writer.WriteRawValue(Text(said, isFirst: !_begun.ContainsKey(index)), skipInputValidation: true);
        WriteLogprobs(writer, index, choice.FindObject("logprobs"u8));
        if (ReasoningOf(said) is { } reasoning)
        {
            writer.WriteRaw("reasoning"u8, reasoning);
        }

        writer.WriteString("finish_reason"u8, ReasonOf(choice.FindText("finish_reason"u8)));
        writer.WriteString("native_finish_reason"u8, choice.FindText("native_finish_reason"u8));
        writer.WriteEndObject();
    }

    private void WriteLogprobs(Utf8JsonWriter writer, long index, JsonElement? logprobs)
    {
        if (!_begun.TryGetValue(index, out var written))
        {
            written = new CompletionLogprobs();
            _begun.Add(index, written);
        }

        if (logprobs is { } present)
        {
            written.Write(writer, present);
            return;
        }

        writer.WriteNull("logprobs"u8);
    }

    private byte[] Text(JsonElement said, bool isFirst)
    {
        var text = new MemoryStream();
        text.WriteByte((byte)'"');
        if (isFirst && _echo is not null)
        {
            text.Write(_echo);
        }

        foreach (var piece in TextsOf(said))
        {
            text.Write(piece.RawText());
        }

        text.WriteByte((byte)'"');
        return text.ToArray();
    }

    // A text, or, from a few providers, parts; a refusal is what the model says instead.
    private static JsonElement[] TextsOf(JsonElement said)
    {
        if (said.FindFilled("content"u8) is { } text)
        {
            return [text];
        }

        var parts = said.FindItems("content"u8).Select(part => part.FindFilled("text"u8)).OfType<JsonElement>().ToArray();
        return parts.Length == 0 && said.FindFilled("refusal"u8) is { } refusal ? [refusal] : parts;
    }

    private static JsonElement? ReasoningOf(JsonElement said) => said.FindFilled("reasoning"u8) ?? said.FindFilled("reasoning_content"u8);

    // Text completions know no calls: such an answer has stopped.
    private static string? ReasonOf(string? reason) => reason == FinishReasons.ToolCalls ? FinishReasons.Stop : reason;
}
