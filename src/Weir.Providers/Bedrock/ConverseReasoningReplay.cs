using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Turns the reasoning that a client sends back into the blocks it came from.</summary>
/// <remarks>
/// <code>
/// {"reasoning_details":[{"type":"reasoning.text","text":"Let me see","signature":"Eq…","index":0},{"type":"reasoning.encrypted","data":"Em…"}]}
/// {"reasoningContent":{"reasoningText":{"text":"Let me see","signature":"Eq…"}}}   {"reasoningContent":{"redactedContent":"Em…"}}
/// </code>
/// Only what is signed or encrypted goes back: Claude refuses its reasoning without a signature, and the models that sign nothing refuse to see theirs again.
/// </remarks>
internal static class ConverseReasoningReplay
{
    /// <summary>The stream does not say whose model reasons; the only one whose reasoning can be sent back is Claude.</summary>
    public const string Format = "anthropic-claude-v1";

    public static List<ConverseBlock> Blocks(JsonElement message)
    {
        var blocks = new List<ConverseBlock>();

        // Clients that keep both what streamed and what it came to send everything twice.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        long? index = null;
        foreach (var detail in message.Items("reasoning_details").Where(item => item.Text("format") is null or Format))
        {
            if (detail.Text("type") == "reasoning.encrypted" && detail.Text("data") is { Length: > 0 } data && seen.Add(data))
            {
                blocks.Add(Redacted(data));
                continue;
            }

            if (detail.Text("type") != "reasoning.text")
            {
                continue;
            }

            // Pieces of a stream that nobody has joined carry the same index; the signature comes with the last of them.
            var before = index;
            index = detail.Whole("index");
            if (index is null || index != before)
            {
                _ = text.Clear();
            }

            _ = text.Append(detail.Text("text"));
            if (detail.Text("signature") is { Length: > 0 } signature)
            {
                AddSigned(blocks, seen, text.ToString(), signature);
                _ = text.Clear();
            }
        }

        return blocks;
    }

    private static void AddSigned(List<ConverseBlock> blocks, HashSet<string> seen, string text, string signature)
    {
        if (seen.Add(signature))
        {
            blocks.Add(new ConverseBlock(ConverseBlock.ReasoningKind, writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("reasoningText"u8);
                writer.WriteString("text"u8, text);
                writer.WriteString("signature"u8, signature);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }));
        }
    }

    private static ConverseBlock Redacted(string data) => new(ConverseBlock.ReasoningKind, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("redactedContent"u8, data);
        writer.WriteEndObject();
    });
}
