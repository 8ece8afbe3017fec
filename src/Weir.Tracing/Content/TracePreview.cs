using System.Text;
using Weir.OpenInference;
using Weir.Protocol.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>The first words of what went into a span and of what came out, for a list.</summary>
/// <param name="Input">One line of at most 240 characters; null when the span says nothing of it.</param>
/// <param name="Output">The same of what came out.</param>
public sealed record TracePreview(string? Input, string? Output)
{
    /// <summary>Of a span that says neither.</summary>
    public static readonly TracePreview None = new(null, null);

    private const int LongestText = 240;

    // Of each text so much is read: white space is folded, and what is left of this is more than what is shown.
    private const int ReadText = 4096;

    /// <param name="attributes">Of the span, one flat JSON object.</param>
    /// <param name="events">Its events, a JSON array, or nothing.</param>
    public static TracePreview Of(ReadOnlyMemory<byte> attributes, ReadOnlyMemory<byte> events)
    {
        var draft = ContentDraft.Of(attributes, events);
        var texts = new ContentTexts(ReadText);
        var inputs = draft.InputMessages(texts).Reverse();
        var outputs = draft.OutputMessages(texts);
        return new TracePreview(First(inputs) ?? Value(SpanContentReader.Inputs), First(outputs) ?? Value(SpanContentReader.Outputs));

        string? Value(string[] names) => Fold(texts.Value(draft.First(names))?.Text);
    }

    private static string? First(IEnumerable<MessageRecord> messages) => messages.Select(TextOf).FirstOrDefault(text => text is not null);

    // A model that only asks for a tool says that.
    private static string? TextOf(MessageRecord message) =>
        Fold(string.Join(' ', message.Parts.Where(part => part.Type != MessageContentTypes.Reasoning).Select(part => part.Text?.Text)))
        ?? Fold(string.Join(' ', message.ToolCalls.Select(call => $"{call.Name}({call.Arguments?.Text})")));

    private static string? Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var unit in text ?? "")
        {
            if (folded.Length > LongestText)
            {
                break;
            }

            if (!char.IsWhiteSpace(unit))
            {
                _ = folded.Append(unit);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                _ = folded.Append(' ');
            }
        }

        return folded.Length == 0 ? null : AttributeJson.Cut(folded.ToString(), LongestText).TrimEnd();
    }
}
