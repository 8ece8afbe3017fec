using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Reads what a chat message or delta says, in the order of the blocks it becomes: reasoning, text, its sources, tool calls.</summary>
internal static class PieceReader
{
    public static IEnumerable<AnswerPiece> Read(JsonElement message)
    {
        // What only its provider can read stands behind the text: many programs take the first block for the answer.
        var reasoning = Reasoning(message).ToArray();
        var unreadable = Array.TrueForAll(reasoning, piece => piece.Kind == PieceKind.Foreign) ? reasoning : [];
        foreach (var piece in unreadable.Length > 0 ? [] : reasoning)
        {
            yield return piece;
        }

        if (message.FindFilled("content"u8) is { } text)
        {
            yield return new AnswerPiece(PieceKind.Text, text);
        }

        foreach (var annotation in Items(message.FindList("annotations"u8)).Where(CitationWriter.CanSay))
        {
            yield return new AnswerPiece(PieceKind.Citation, annotation);
        }

        foreach (var piece in unreadable)
        {
            yield return piece;
        }

        foreach (var call in Items(message.FindList("tool_calls"u8)))
        {
            var function = call.FindObject("function"u8);
            yield return new AnswerPiece(PieceKind.ToolCall, function?.FindFilled("arguments"u8) ?? default, call.FindCount("index"u8) ?? AnswerPiece.NoKey)
            {
                Id = call.FindText("id"u8),
                Name = function?.FindText("name"u8),
            };
        }
    }

    // Both forms say the same where both are there; the list alone has signatures.
    private static IEnumerable<AnswerPiece> Reasoning(JsonElement message)
    {
        var details = Items(message.FindList("reasoning_details"u8)).ToArray();
        if (!Array.Exists(details, detail => TextOf(detail) is not null)
            && (message.FindFilled("reasoning"u8) ?? message.FindFilled("reasoning_content"u8)) is { } plain)
        {
            yield return new AnswerPiece(PieceKind.Thinking, plain);
        }

        foreach (var piece in details.SelectMany(Detail))
        {
            yield return piece;
        }
    }

    private static IEnumerable<AnswerPiece> Detail(JsonElement detail)
    {
        var key = detail.FindCount("index"u8) ?? AnswerPiece.NoKey;
        if (TextOf(detail) is { } text)
        {
            yield return new AnswerPiece(PieceKind.Thinking, text, key);
        }

        switch (detail.FindText("type"u8))
        {
            case "reasoning.text" when detail.FindFilled("signature"u8) is { } signature:
                yield return ForeignReasoning.IsClaudes(detail)
                    ? new AnswerPiece(PieceKind.Signature, signature, key)
                    : new AnswerPiece(PieceKind.Foreign, detail, key);
                break;
            case "reasoning.encrypted" when detail.FindFilled("data"u8) is { } data:
                yield return ForeignReasoning.IsClaudes(detail)
                    ? new AnswerPiece(PieceKind.Redacted, data, key)
                    : new AnswerPiece(PieceKind.Foreign, detail, key);
                break;
            case "reasoning.server_tool_call":
                yield return new AnswerPiece(PieceKind.Foreign, detail, key);
                break;
        }
    }

    private static JsonElement? TextOf(JsonElement detail) => detail.FindText("type"u8) switch
    {
        "reasoning.text" => detail.FindFilled("text"u8),
        "reasoning.summary" => detail.FindFilled("summary"u8),
        _ => null,
    };

    private static IEnumerable<JsonElement> Items(JsonElement? list) => list?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();
}
