using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Translates the content of a message: a text, or parts.</summary>
internal static class PartTranslator
{
    /// <param name="message">With a <c>content</c> that is a text, a list of parts, or absent.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <param name="whose">Whose content it is.</param>
    /// <exception cref="TranslationException">A part is of a kind that the dialect cannot say.</exception>
    public static List<ContentBlock> Translate(JsonElement message, string place, PartPlace whose)
    {
        var blocks = new List<ContentBlock>();

        // The API has no place for a speaker's name; the chat API says it in front of the text.
        var speaker = whose == PartPlace.ToolResult ? null : message.Text("name");
        switch (message.Find("content"))
        {
            case null:
                break;
            case { ValueKind: JsonValueKind.String } text:
                AddText(blocks, text, speaker);
                break;
            case { ValueKind: JsonValueKind.Array } parts:
                AddParts(blocks, parts, place, whose, speaker);
                break;
            case var other:
                throw new TranslationException($"{place}.content is {Kind(other.Value)}; it must be a text or a list of parts.");
        }

        return blocks;
    }

    private static void AddParts(List<ContentBlock> blocks, JsonElement parts, string place, PartPlace whose, string? speaker)
    {
        var index = 0;
        foreach (var part in parts.EnumerateArray())
        {
            var at = $"{place}.content[{index++}]";
            var before = blocks.Count;
            switch (part.Text("type"))
            {
                case "text" when part.Find("text") is { ValueKind: JsonValueKind.String } text:
                    speaker = AddText(blocks, text, speaker) ? null : speaker;
                    break;
                case "refusal" when whose == PartPlace.Assistant && part.Find("refusal") is { ValueKind: JsonValueKind.String } refusal:
                    _ = AddText(blocks, refusal, speaker: null);
                    break;
                case "image_url" when whose is PartPlace.User or PartPlace.ToolResult:
                    blocks.Add(MediaTranslator.Image(part, at));
                    break;
                case "file" when whose is PartPlace.User or PartPlace.ToolResult:
                    blocks.Add(MediaTranslator.File(part, at));
                    break;
                case var type:
                    throw Unknown(at, type, whose);
            }

            if (blocks.Count > before)
            {
                blocks[^1].Cache = CacheMark.Of(part);
            }
        }
    }

    private static bool AddText(List<ContentBlock> blocks, JsonElement text, string? speaker)
    {
        if (ContentBlock.IsBlank(text))
        {
            return false;
        }

        blocks.Add(ContentBlock.OfText(text, speaker));
        return true;
    }

    private static TranslationException Unknown(string at, string? type, PartPlace whose)
    {
        var takes = whose switch
        {
            PartPlace.System => "system messages take text",
            PartPlace.Assistant => "assistant messages take text",
            PartPlace.ToolResult => "tool messages take text, image_url and file",
            _ => "user messages take text, image_url and file",
        };
        return new TranslationException($"{at} is of type \"{type}\", which the anthropic dialect cannot say; {takes}.");
    }

    private static string Kind(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();
}
