using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Translates the contents of the messages of one request: each a text, or parts.</summary>
internal sealed class ConversePartTranslator
{
    private readonly ConverseMediaTranslator _media = new();

    /// <param name="message">With a <c>content</c> that is a text, a list of parts, or absent.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <param name="whose">Whose content it is.</param>
    /// <exception cref="TranslationException">A part is of a kind that the dialect cannot say.</exception>
    public List<ConverseBlock> Translate(JsonElement message, string place, ConversePlace whose)
    {
        var blocks = new List<ConverseBlock>();
        var prefix = whose == ConversePlace.ToolResult ? "" : MessageText.NamePrefix(message);
        if (!message.TryMember("content", out var content))
        {
            return blocks;
        }

        if (content.Text() is { } text)
        {
            AddText(blocks, text, ref prefix);
            return blocks;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            throw new TranslationException($"{place}.content is {content.ValueKind.ToString().ToLowerInvariant()}; it must be a text or a list of parts.");
        }

        var index = 0;
        foreach (var part in content.Items())
        {
            var before = blocks.Count;
            AddPart(blocks, part, $"{place}.content[{index++}]", whose, ref prefix);
            if (blocks.Count > before)
            {
                blocks[^1] = blocks[^1] with { Cache = CacheMark.Of(part) };
            }
        }

        return blocks;
    }

    private void AddPart(List<ConverseBlock> blocks, JsonElement part, string at, ConversePlace whose, ref string prefix)
    {
        var isMedia = whose is ConversePlace.User or ConversePlace.ToolResult;
        switch (part.Text("type"))
        {
            case "text" when part.Text("text") is { } text:
                AddText(blocks, text, ref prefix);
                break;
            case "refusal" when whose == ConversePlace.Assistant && part.Text("refusal") is { } refusal:
                AddText(blocks, refusal, ref prefix);
                break;
            case "image_url" when isMedia:
                blocks.Add(ConverseMediaTranslator.Image(part, at));
                break;
            case "file" when isMedia:
                blocks.Add(_media.File(part, at));
                break;
            case "video_url" when isMedia:
                blocks.Add(ConverseMediaTranslator.Video(part, at));
                break;
            case "input_audio" when whose == ConversePlace.User:
                blocks.Add(ConverseMediaTranslator.Audio(part, at));
                break;
            case var type:
                throw Unknown(at, type, whose);
        }
    }

    // Converse refuses blank texts.
    private static void AddText(List<ConverseBlock> blocks, string text, ref string prefix)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(ConverseBlock.OfText(prefix + text));
            prefix = "";
        }
    }

    private static TranslationException Unknown(string at, string? type, ConversePlace whose)
    {
        var takes = whose switch
        {
            ConversePlace.System => "system messages take text",
            ConversePlace.Assistant => "assistant messages take text",
            ConversePlace.ToolResult => "tool messages take text, image_url, file and video_url",
            _ => "user messages take text, image_url, file, video_url and input_audio",
        };
        return new TranslationException($"{at} is of type \"{type}\", which the bedrock dialect cannot say; {takes}.");
    }
}
