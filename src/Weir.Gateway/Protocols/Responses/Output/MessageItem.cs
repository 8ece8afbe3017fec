using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>What the model says: text with its annotations and log probabilities, or a refusal.</summary>
internal sealed class MessageItem
{
    private readonly OutputBudget _budget;
    private readonly List<MessagePart> _parts = [];

    public MessageItem(OutputItems items)
    {
        _budget = items.Budget;
        Item = items.Open(ItemIds.Message(), WriteMembers, CloseParts);
    }

    public OutputItem Item { get; }

    public void AddText(JsonElement text, JsonElement? logprobs)
    {
        var index = Part(isRefusal: false);
        var part = _parts[index];
        part.Text.Add(text);
        var written = logprobs is { } list ? Logprobs.Write(list) : [];
        _budget.Take(written.Sum(entry => entry.Length));
        part.Logprobs.AddRange(written);
        Item.Tell("response.output_text.delta"u8, writer =>
        {
            writer.WriteNumber("content_index"u8, index);
            writer.WriteRaw("delta"u8, text);
            MessagePart.WriteList(writer, "logprobs"u8, written);
        });
    }

    public void AddRefusal(JsonElement refusal)
    {
        var index = Part(isRefusal: true);
        _parts[index].Text.Add(refusal);
        Item.Tell("response.refusal.delta"u8, writer =>
        {
            writer.WriteNumber("content_index"u8, index);
            writer.WriteRaw("delta"u8, refusal);
        });
    }

    /// <summary>Takes an annotation of the chat API; one that Responses have no word for is left out.</summary>
    public void AddAnnotation(JsonElement annotation)
    {
        var index = Part(isRefusal: false);
        if (Annotations.Write(annotation) is not { } written)
        {
            return;
        }

        _budget.Take(written.Length);
        var annotations = _parts[index].Annotations;
        annotations.Add(written);
        Item.Tell("response.output_text.annotation.added"u8, writer =>
        {
            writer.WriteNumber("content_index"u8, index);
            writer.WriteNumber("annotation_index"u8, annotations.Count - 1);
            writer.WritePropertyName("annotation"u8);
            writer.WriteRawValue(written, skipInputValidation: true);
        });
    }

    private void CloseParts()
    {
        if (_parts.Count > 0)
        {
            ClosePart(_parts.Count - 1);
        }
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteStartArray("content"u8);
        foreach (var part in _parts)
        {
            part.Write(writer);
        }

        writer.WriteEndArray();
    }

    // The last part, when it is of the kind; else a new one behind it.
    private int Part(bool isRefusal)
    {
        if (_parts.Count > 0 && _parts[^1].IsRefusal == isRefusal)
        {
            return _parts.Count - 1;
        }

        CloseParts();
        _budget.TakeNode();
        _parts.Add(new MessagePart(isRefusal, _budget));
        WritePart("response.content_part.added"u8, _parts.Count - 1);
        return _parts.Count - 1;
    }

    private void ClosePart(int index)
    {
        var part = _parts[index];
        Item.Tell(part.IsRefusal ? "response.refusal.done"u8 : "response.output_text.done"u8, writer =>
        {
            writer.WriteNumber("content_index"u8, index);
            part.Text.Write(writer, part.IsRefusal ? "refusal"u8 : "text"u8);
            if (!part.IsRefusal)
            {
                MessagePart.WriteList(writer, "logprobs"u8, part.Logprobs);
            }
        });
        WritePart("response.content_part.done"u8, index);
    }

    private void WritePart(ReadOnlySpan<byte> type, int index) => Item.Tell(type, writer =>
    {
        writer.WriteNumber("content_index"u8, index);
        writer.WritePropertyName("part"u8);
        _parts[index].Write(writer);
    });
}
