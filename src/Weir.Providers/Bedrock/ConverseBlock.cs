using System.Text.Json;
using Weir.Providers.Anthropic;

namespace Weir.Providers.Bedrock;

/// <summary>One block of a message, of the system prompt or of the tool list, not written yet.</summary>
/// <param name="Kind">The name of its one member, such as <c>text</c> or <c>toolUse</c>.</param>
/// <param name="WriteValue">Writes the value of that member.</param>
internal sealed record ConverseBlock(string Kind, Action<Utf8JsonWriter> WriteValue)
{
    public const string TextKind = "text";
    public const string ReasoningKind = "reasoningContent";

    /// <summary>A cache point is to follow.</summary>
    public CacheMark? Cache { get; init; }

    /// <summary>Of a text block.</summary>
    public string? Text { get; private init; }

    /// <summary>Of a document.</summary>
    public string? Name { get; init; }

    public bool IsReasoning => Kind == ReasoningKind;

    public static ConverseBlock OfText(string text) => new(TextKind, writer => writer.WriteStringValue(text)) { Text = text };

    /// <param name="writer">In an open list.</param>
    /// <param name="points">Null where there can be none.</param>
    public void Write(Utf8JsonWriter writer, CachePoints? points)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Kind);
        WriteValue(writer);
        writer.WriteEndObject();
        if (Cache is { } mark)
        {
            points?.Write(writer, mark);
        }
    }
}
