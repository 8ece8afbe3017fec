using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Turns the reasoning that a client sends back into the thinking blocks it came from; the upstream knows them by their signatures.</summary>
/// <remarks>
/// <code>
/// {"reasoning_details":[{"type":"reasoning.text","text":"Let me see","signature":"Eq…","format":"anthropic-claude-v1","index":0},{"type":"reasoning.encrypted","data":"Em…"}]}
/// {"type":"thinking","thinking":"Let me see","signature":"Eq…"}   {"type":"redacted_thinking","data":"Em…"}
/// </code>
/// Reasoning of another format, and text without a signature, would be refused: it is left out.
/// </remarks>
internal static class ThinkingReplay
{
    public const string Format = "anthropic-claude-v1";

    public static List<ContentBlock> Blocks(JsonElement message)
    {
        var blocks = new List<ContentBlock>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Piece? open = null;
        foreach (var detail in message.Items("reasoning_details").Where(IsOurs))
        {
            switch (detail.Text("type"))
            {
                case "reasoning.text":
                    open = Continue(open, detail) ?? Begin(open, detail, blocks, seen);
                    break;
                case "reasoning.encrypted" when detail.Text("data") is { Length: > 0 } data:
                    Close(open, blocks, seen);
                    open = null;
                    AddRedacted(data, blocks, seen);
                    break;
            }
        }

        Close(open, blocks, seen);
        return blocks;
    }

    private static bool IsOurs(JsonElement detail) => detail.ValueKind == JsonValueKind.Object && detail.Text("format") is null or Format;

    // Pieces of a stream that nobody has joined carry the same index; the signature comes with the last of them.
    private static Piece? Continue(Piece? open, JsonElement detail)
    {
        if (open is not { Signature: null, Index: { } index } || detail.Count("index") != index)
        {
            return null;
        }

        _ = open.Text.Append(detail.Text("text"));
        return open with { Signature = SignatureOf(detail) };
    }

    private static Piece Begin(Piece? open, JsonElement detail, List<ContentBlock> blocks, HashSet<string> seen)
    {
        Close(open, blocks, seen);
        return new Piece(new StringBuilder(detail.Text("text")), SignatureOf(detail), detail.Count("index"));
    }

    private static void Close(Piece? open, List<ContentBlock> blocks, HashSet<string> seen)
    {
        // Clients that keep both what streamed and what it came to send everything twice.
        if (open is not { Signature: { } signature } || !seen.Add(signature))
        {
            return;
        }

        var text = open.Text.ToString();
        blocks.Add(new ContentBlock(writer =>
        {
            writer.WriteString("type"u8, "thinking"u8);
            writer.WriteString("thinking"u8, text);
            writer.WriteString("signature"u8, signature);
        }) { IsMarkable = false });
    }

    private static void AddRedacted(string data, List<ContentBlock> blocks, HashSet<string> seen)
    {
        if (seen.Add(data))
        {
            blocks.Add(new ContentBlock(writer =>
            {
                writer.WriteString("type"u8, "redacted_thinking"u8);
                writer.WriteString("data"u8, data);
            }) { IsMarkable = false });
        }
    }

    private static string? SignatureOf(JsonElement detail) => detail.Text("signature") is { Length: > 0 } signature ? signature : null;

    private sealed record Piece(StringBuilder Text, string? Signature, long? Index);
}
