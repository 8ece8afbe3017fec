using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes what the model said before as a content of role <c>model</c>, each part with the signature it came with.</summary>
/// <remarks>
/// <code>
/// {"role":"assistant","content":"Looking.","tool_calls":[{"id":"c1","type":"function","function":{"name":"find","arguments":"{\"q\":1}"}}],"reasoning_details":[…]}
/// {"role":"model","parts":[{"text":"Looking."},{"functionCall":{"id":"c1","name":"find","args":{"q":1}},"thoughtSignature":"EpE…"}]}
/// </code>
/// </remarks>
internal sealed class GeminiAssistantTranslator(Utf8JsonWriter writer, GeminiModel model)
{
    // What Google documents for calls that another model made: without any signature the request is refused.
    // https://ai.google.dev/gemini-api/docs/thought-signatures
    private const string ForeignCall = "skip_thought_signature_validator";

    /// <param name="message">The assistant's message.</param>
    /// <param name="calls">Takes the names of its calls by their ids.</param>
    public void Write(JsonElement message, Dictionary<string, string> calls)
    {
        var signatures = new GeminiSignatures(message);
        var texts = Texts(message);
        var images = message.Items("images").ToArray();
        var toolCalls = message.Items("tool_calls").ToArray();
        if (texts.Count == 0 && images.Length == 0 && toolCalls.Length == 0 && signatures.Thoughts.Count == 0 && signatures.OfText.Count == 0)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, "model");
        writer.WriteStartArray("parts"u8);
        foreach (var (thought, signature) in signatures.Thoughts)
        {
            WritePart(signature, () =>
            {
                writer.WriteString("text"u8, thought);
                writer.WriteBoolean("thought"u8, true);
            });
        }

        WriteTexts(texts, signatures.OfText);
        WriteImages(images, signatures);
        WriteCalls(toolCalls, signatures, calls);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static List<string> Texts(JsonElement message)
    {
        if (!message.TryMember("content", out var content))
        {
            return message.Text("refusal") is { Length: > 0 } refusal ? [refusal] : [];
        }

        if (content.Items().FirstOrDefault(part => part.Text("type") is not ("text" or "refusal")) is { ValueKind: JsonValueKind.Object } foreign)
        {
            throw new TranslationException($"Gemini takes text in the content of an assistant message, not a part of type '{foreign.Text("type")}'.");
        }

        var texts = content.ValueKind == JsonValueKind.String ? [content.Text()] : content.Items().Select(part => part.Text("text") ?? part.Text("refusal"));
        return [.. texts.OfType<string>().Where(text => text.Length > 0)];
    }

    // The last text carries the first signature; one that arrived alone goes back alone.
    private void WriteTexts(List<string> texts, IReadOnlyList<string> signatures)
    {
        for (var at = 0; at < texts.Count; at++)
        {
            var isLast = at == texts.Count - 1;
            WritePart(isLast && signatures.Count > 0 ? signatures[0] : null, () => writer.WriteString("text"u8, texts[at]));
        }

        foreach (var alone in signatures.Skip(texts.Count > 0 ? 1 : 0))
        {
            WritePart(alone, () => writer.WriteString("text"u8, ""));
        }
    }

    private void WriteImages(JsonElement[] images, GeminiSignatures signatures)
    {
        for (var at = 0; at < images.Length; at++)
        {
            var url = GeminiPartTranslator.Url(images[at], "image_url");
            WritePart(signatures.Of(GeminiSignatures.ImageId(at)), () =>
            {
                if (DataUrl.Read(url) is not { } data)
                {
                    throw new TranslationException("An image of an assistant message must come back as the data URL it was answered with.");
                }

                GeminiPartTranslator.WriteInline(writer, data.MediaType, data.Base64);
            });
        }
    }

    private void WriteCalls(JsonElement[] toolCalls, GeminiSignatures signatures, Dictionary<string, string> calls)
    {
        var isForeign = model.IsThirdGeneration && !Array.Exists(toolCalls, call => signatures.Of(call.Text("id")) is not null);
        for (var at = 0; at < toolCalls.Length; at++)
        {
            var id = toolCalls[at].Text("id");
            if (!toolCalls[at].TryMember("function", out var function) || function.Text("name") is not { } name)
            {
                throw new TranslationException($"The tool call '{id}' has no 'function.name'.");
            }

            if (id is not null)
            {
                calls[id] = name;
            }

            var signature = signatures.Of(id) ?? (isForeign && at == 0 ? ForeignCall : null);
            WritePart(signature, () => WriteCall(id, name, function));
        }
    }

    private void WriteCall(string? id, string name, JsonElement function)
    {
        writer.WriteStartObject("functionCall"u8);
        if (id is not null)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("name"u8, name);
        writer.WritePropertyName("args"u8);
        writer.WriteRawValue(ToolArguments.AsObject(function, $"the call to '{name}'"), skipInputValidation: true);
        writer.WriteEndObject();
    }

    private void WritePart(string? signature, Action writeMembers)
    {
        writer.WriteStartObject();
        writeMembers();
        if (signature is not null)
        {
            writer.WriteString("thoughtSignature"u8, signature);
        }

        writer.WriteEndObject();
    }
}
