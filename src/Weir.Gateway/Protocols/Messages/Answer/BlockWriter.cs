using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes the members of content blocks.</summary>
internal static class BlockWriter
{
    /// <summary>A block of a stream that begins: everything it will say is still empty.</summary>
    public static void WriteOpening(Utf8JsonWriter writer, OpenBlock block, string? tool)
    {
        switch (block.Kind)
        {
            case PieceKind.Thinking:
                writer.WriteString("type"u8, "thinking"u8);
                writer.WriteString("thinking"u8, ""u8);
                writer.WriteString("signature"u8, ""u8);
                break;
            case PieceKind.ToolCall:
                WriteCall(writer, block.CallId, tool ?? "");
                writer.WriteStartObject("input"u8);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("type"u8, "text"u8);
                writer.WriteString("text"u8, ""u8);
                writer.WriteNull("citations"u8);
                break;
        }
    }

    /// <summary>The <c>type</c>, <c>id</c>, <c>name</c> and <c>caller</c> of a tool call.</summary>
    public static void WriteCall(Utf8JsonWriter writer, string id, string tool)
    {
        writer.WriteString("type"u8, "tool_use"u8);
        writer.WriteString("id"u8, id);
        writer.WriteString("name"u8, tool);
        writer.WriteStartObject("caller"u8);
        writer.WriteString("type"u8, "direct"u8);
        writer.WriteEndObject();
    }

    /// <summary>Reasoning that the client cannot read.</summary>
    public static void WriteRedacted(Utf8JsonWriter writer, in AnswerPiece piece)
    {
        writer.WriteString("type"u8, "redacted_thinking"u8);
        if (piece.Kind == PieceKind.Foreign)
        {
            writer.WriteString("data"u8, ForeignReasoning.Wrap(piece.Value));
            return;
        }

        writer.WriteRaw("data"u8, piece.Value);
    }
}
