using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>What a piece of content says, and what was thought in it.</summary>
internal readonly record struct SplitContent(string Thought, string Said)
{
    /// <summary>Reads content that is a list of parts.</summary>
    /// <remarks><code>[{"type":"thinking","thinking":[{"type":"text","text":"Let me see."}]},{"type":"text","text":"It is 4."}]</code></remarks>
    public static SplitContent OfParts(ReadOnlyMemory<byte> parts)
    {
        var (thought, said) = ("", "");
        foreach (var part in JsonSlices.Items(parts).ConvertAll(JsonSlices.Members))
        {
            if (part.Find("type").Text() == "thinking")
            {
                thought += TextOf(part.Find("thinking"));
                continue;
            }

            said += part.Find("text").Text();
        }

        return new SplitContent(thought, said);
    }

    private static string TextOf(ReadOnlyMemory<byte> thinking) =>
        thinking.Text() ?? string.Concat(JsonSlices.Items(thinking).ConvertAll(part => JsonSlices.Members(part).Find("text").Text()));
}
