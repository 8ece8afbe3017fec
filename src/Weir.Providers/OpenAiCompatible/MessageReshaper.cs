using System.Text.Json;
using Weir.Providers.Translation;
using Member = System.Collections.Generic.KeyValuePair<string, System.ReadOnlyMemory<byte>>;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Copies messages and deltas of one answer with reasoning, text and sources where the internal form has them.</summary>
internal sealed class MessageReshaper(AnswerQuirks quirks)
{
    private const int MostChoices = 128;

    // By the index of the choice. Bounded by MostChoices.
    private readonly Dictionary<int, ThinkTagState> _tags = [];

    /// <param name="writer">Behind the name of the member.</param>
    /// <param name="message">Its members.</param>
    /// <param name="choice">Index of the choice.</param>
    /// <param name="isLast">Nothing follows in this choice.</param>
    /// <param name="sources">To be cited; often none.</param>
    public void Write(Utf8JsonWriter writer, List<Member> message, int choice, bool isLast, List<(string Url, string Title)> sources)
    {
        var content = Split(message.Find("content"), choice, isLast);
        var reasoning = Either(message.Find("reasoning").Text(), message.Find("reasoning_content").Text()) + content?.Thought;
        writer.WriteStartObject();
        foreach (var (name, value) in message)
        {
            if (name is "reasoning" or "reasoning_content" || (name == "content" && content is not null))
            {
                continue;
            }

            writer.WriteSlice(name, value);
        }

        if (content is { } split)
        {
            writer.WriteString("content"u8, split.Said);
        }

        if (reasoning.Length > 0)
        {
            WriteReasoning(writer, reasoning, hasDetails: JsonSlices.Items(message.Find("reasoning_details")).Count > 0);
        }

        if (sources.Count > 0 && message.Find("annotations").IsEmpty)
        {
            CitationState.Write(writer, sources);
        }

        writer.WriteEndObject();
    }

    private static string Either(string? first, string? second) => string.IsNullOrEmpty(first) ? second ?? "" : first;

    private static void WriteReasoning(Utf8JsonWriter writer, string reasoning, bool hasDetails)
    {
        writer.WriteString("reasoning"u8, reasoning);
        if (!hasDetails)
        {
            ReasoningDetail.WriteText(writer, reasoning);
        }
    }

    private SplitContent? Split(ReadOnlyMemory<byte> content, int choice, bool isLast)
    {
        if ((quirks & AnswerQuirks.ContentParts) != AnswerQuirks.None && content.Is('['))
        {
            return SplitContent.OfParts(content);
        }

        if ((quirks & AnswerQuirks.ThinkTags) == AnswerQuirks.None || (content.Text() is null && !isLast))
        {
            return null;
        }

        if (!_tags.TryGetValue(choice, out var state))
        {
            if (_tags.Count == MostChoices)
            {
                return null;
            }

            _tags[choice] = state = new ThinkTagState();
        }

        var (thought, said) = state.Split(content.Text() ?? "", isLast);
        return content.Text() is null && thought.Length + said.Length == 0 ? null : new SplitContent(thought, said);
    }
}
