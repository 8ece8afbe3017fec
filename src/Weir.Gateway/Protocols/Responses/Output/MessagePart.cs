using System.Text.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>One part of a message: a text, or a refusal.</summary>
internal sealed class MessagePart(bool isRefusal, OutputBudget budget)
{
    public bool IsRefusal { get; } = isRefusal;

    public JoinedText Text { get; } = new(budget);

    /// <summary>As JSON. Bounded by the budget of the answer.</summary>
    public List<byte[]> Annotations { get; } = [];

    /// <summary>As JSON, one a token. Bounded by the budget of the answer.</summary>
    public List<byte[]> Logprobs { get; } = [];

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, IsRefusal ? "refusal"u8 : "output_text"u8);
        Text.Write(writer, IsRefusal ? "refusal"u8 : "text"u8);
        if (!IsRefusal)
        {
            WriteList(writer, "annotations"u8, Annotations);
            WriteList(writer, "logprobs"u8, Logprobs);
        }

        writer.WriteEndObject();
    }

    public static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<byte[]> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
