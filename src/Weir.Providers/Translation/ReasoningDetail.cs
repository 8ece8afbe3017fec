using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>One item of <c>reasoning_details</c>: a thought with or without its signature, a summary of one, or one that only the upstream can read.</summary>
internal sealed record ReasoningDetail
{
    /// <summary>The format of models that think in plain text.</summary>
    public const string Unknown = "unknown";

    public required string Format { get; init; }
    public int Index { get; init; }
    public string? Id { get; init; }

    /// <summary>What was thought, or a piece of it.</summary>
    public string? Text { get; init; }

    public string? Signature { get; init; }
    public string? Summary { get; init; }

    /// <summary>What only the upstream can read.</summary>
    public string? Data { get; init; }

    private string Type => Summary is not null ? "reasoning.summary" : Data is not null ? "reasoning.encrypted" : "reasoning.text";

    /// <summary>Writes a list with one thought in plain text as a member.</summary>
    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray("reasoning_details"u8);
        new ReasoningDetail { Format = Unknown, Text = text }.Write(writer);
        writer.WriteEndArray();
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        WriteIfAny(writer, "id"u8, Id);
        WriteIfAny(writer, "summary"u8, Summary);
        WriteIfAny(writer, "text"u8, Text);
        WriteIfAny(writer, "signature"u8, Signature);
        WriteIfAny(writer, "data"u8, Data);
        writer.WriteString("format"u8, Format);
        writer.WriteNumber("index"u8, Index);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
