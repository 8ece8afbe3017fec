using System.Text.Json;

namespace Weir.Providers.Gemini;

/// <summary>One item of <c>reasoning_details</c>: a thought that can be read, or the signature of a part.</summary>
internal sealed record GeminiReasoningDetail
{
    public required int Index { get; init; }

    /// <summary>What was thought; null for a signature of another part.</summary>
    public string? Text { get; init; }

    public string? Signature { get; init; }

    /// <summary>The call or image that the signature belongs to; null for text.</summary>
    public string? Id { get; init; }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Text is null ? "reasoning.encrypted" : "reasoning.text");
        if (Text is not null)
        {
            writer.WriteString("text"u8, Text);
        }

        if (Signature is not null)
        {
            writer.WriteString(Text is null ? "data"u8 : "signature"u8, Signature);
        }

        if (Id is not null)
        {
            writer.WriteString("id"u8, Id);
        }

        writer.WriteString("format"u8, GeminiSignatures.Format);
        writer.WriteNumber("index"u8, Index);
        writer.WriteEndObject();
    }
}
