using System.Text;
using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes the blocks of a whole answer.</summary>
internal static class ContentWriter
{
    /// <summary>Writes the <c>content</c> member.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement? message)
    {
        writer.WriteStartArray("content"u8);
        var pieces = message is { } said ? PieceReader.Read(said).ToArray() : [];
        for (var index = 0; index < pieces.Length; index++)
        {
            Write(writer, pieces, index);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, AnswerPiece[] pieces, int index)
    {
        var piece = pieces[index];
        switch (piece.Kind)
        {
            case PieceKind.Thinking:
                WriteThinking(writer, piece.Value, SignatureAfter(pieces, index));
                break;
            case PieceKind.Signature when !IsOfTextBefore(pieces, index):
                WriteThinking(writer, text: null, piece.Value);
                break;
            case PieceKind.Text:
                CitedText.Write(writer, piece.Value.Text(), [.. pieces.Where(other => other.Kind == PieceKind.Citation).Select(other => other.Value)]);
                break;
            case PieceKind.Redacted or PieceKind.Foreign:
                writer.WriteStartObject();
                BlockWriter.WriteRedacted(writer, piece);
                writer.WriteEndObject();
                break;
            case PieceKind.ToolCall:
                WriteCall(writer, piece);
                break;
        }
    }

    private static JsonElement? SignatureAfter(AnswerPiece[] pieces, int index) =>
        index + 1 < pieces.Length && pieces[index + 1].Kind == PieceKind.Signature && pieces[index + 1].Key == pieces[index].Key ? pieces[index + 1].Value : null;

    private static bool IsOfTextBefore(AnswerPiece[] pieces, int index) =>
        index > 0 && pieces[index - 1].Kind == PieceKind.Thinking && pieces[index - 1].Key == pieces[index].Key;

    private static void WriteThinking(Utf8JsonWriter writer, JsonElement? text, JsonElement? signature)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "thinking"u8);
        writer.WriteString("thinking"u8, text?.Text() ?? "");
        writer.WriteString("signature"u8, signature?.Text() ?? "");
        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, in AnswerPiece piece)
    {
        var id = string.IsNullOrEmpty(piece.Id) ? AnswerPiece.NewCallId() : piece.Id;
        writer.WriteStartObject();
        BlockWriter.WriteCall(writer, id, piece.Name ?? "");
        WriteInput(writer, piece.HasValue ? piece.Value.Text() : "");
        writer.WriteEndObject();
    }

    // Models do write arguments that are no JSON; the tool's program should see what they were. The key is the one Anthropic recommends.
    private static void WriteInput(Utf8JsonWriter writer, string arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments))
        {
            arguments = "{}";
        }

        writer.WritePropertyName("input"u8);
        var json = Encoding.UTF8.GetBytes(arguments);
        if (IsObject(json))
        {
            writer.WriteRawValue(json, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("INVALID_JSON"u8, arguments);
        writer.WriteEndObject();
    }

    private static bool IsObject(byte[] json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
