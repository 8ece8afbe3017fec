using System.Text.Json;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Protocols.Responses.Output;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Turns a reasoning item that a client sends back into the <c>reasoning_details</c> it came from.</summary>
/// <remarks>
/// <code>
/// {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"S"}],"content":[{"type":"reasoning_text","text":"T"}],"signature":"Sig","encrypted_content":"E","format":"f"}
/// {"type":"reasoning.summary","summary":"S","id":"rs_1","format":"f"}  {"type":"reasoning.text","text":"T","signature":"Sig",…}  {"type":"reasoning.encrypted","data":"E",…}
/// </code>
/// </remarks>
internal static class ReasoningReplay
{
    public static void Write(JsonElement item, Utf8JsonWriter writer)
    {
        // An id of ours names nothing upstream, where an id can mean what the reasoning belongs to.
        var id = item.FindString("id"u8) is { } given && !ItemIds.IsOwnReasoning(given.RawText()) ? given : (JsonElement?)null;
        var format = item.FindString("format"u8);
        foreach (var part in item.FindItems("summary"u8))
        {
            if (part.FindString("text"u8) is { } summary)
            {
                Write("reasoning.summary"u8, "summary"u8, summary, signature: null);
            }
        }

        WriteTexts(item.FindItems("content"u8).Select(part => part.FindString("text"u8)).OfType<JsonElement>().ToArray(), item.FindFilled("signature"u8));
        if (item.FindFilled("encrypted_content"u8) is { } encrypted)
        {
            Write("reasoning.encrypted"u8, "data"u8, encrypted, signature: null, isSealed: true);
        }

        // The signature seals all of the text, and comes with its end.
        void WriteTexts(JsonElement[] texts, JsonElement? signature)
        {
            for (var index = 0; index < texts.Length; index++)
            {
                Write("reasoning.text"u8, "text"u8, texts[index], index == texts.Length - 1 ? signature : null);
            }

            if (texts.Length == 0 && signature is { } alone)
            {
                Write("reasoning.text"u8, "signature"u8, alone, signature: null);
            }
        }

        void Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> name, JsonElement value, JsonElement? signature, bool isSealed = false)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            writer.WriteRaw(name, value);
            writer.WriteRaw("signature"u8, signature);
            writer.WriteRaw("id"u8, id);
            if (format is null && isSealed)
            {
                // Agents keep of an item what OpenAI gives it, and the format is not of it: a model of somebody else must not be asked to open this.
                writer.WriteString("format"u8, "openai-responses-v1"u8);
            }
            else
            {
                writer.WriteRaw("format"u8, format);
            }

            writer.WriteEndObject();
        }
    }
}
