using System.Buffers;
using System.Text.Json;
using Weir.Providers.Translation;
using Member = System.Collections.Generic.KeyValuePair<string, System.ReadOnlyMemory<byte>>;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Copies the events of one answer with what a provider puts elsewhere at its place. An event without any of it stays the bytes it is.</summary>
internal sealed class AnswerRewriter(AnswerQuirks quirks, bool isStream)
{
    private readonly MessageReshaper _messages = new(quirks);
    private readonly CitationState _citations = new();

    // Holds the last event that was rewritten.
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private ReadOnlyMemory<byte> _promptFilter;

    /// <summary>The event in the internal form, valid until the next one; nothing when it has no place there.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json)
    {
        if (!IsTouched(json.Span))
        {
            return json;
        }

        var answer = JsonSlices.Members(json);
        if (answer.Count == 0)
        {
            return json;
        }

        if (Holds(answer))
        {
            return default;
        }

        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, CompactJson.WriterOptions);
        Write(writer, answer, Has(AnswerQuirks.Citations) ? _citations.TakeNew(answer) : []);
        writer.Flush();
        return _buffer.WrittenMemory;
    }

    private bool Has(AnswerQuirks quirk) => (quirks & quirk) != AnswerQuirks.None;

    private bool IsTouched(ReadOnlySpan<byte> json) =>
        Has(AnswerQuirks.ThinkTags | AnswerQuirks.ContentParts)
        || !_promptFilter.IsEmpty
        || json.IndexOf("\"reasoning_content\""u8) >= 0
        || json.IndexOf("\"reasoning\""u8) >= 0
        || (Has(AnswerQuirks.VendorUsage) && json.IndexOf("\"x_groq\""u8) >= 0)
        || (Has(AnswerQuirks.Citations) && (json.IndexOf("\"citations\""u8) >= 0 || json.IndexOf("\"search_results\""u8) >= 0))
        || (Has(AnswerQuirks.PromptFilter) && json.IndexOf("\"prompt_filter_results\""u8) >= 0);

    // Clients take an event without choices for the usage at the end: what the filter says of the prompt waits for the next event.
    private bool Holds(List<Member> answer)
    {
        var filter = answer.Find("prompt_filter_results");
        if (!isStream || !Has(AnswerQuirks.PromptFilter) || filter.IsEmpty)
        {
            return false;
        }

        if (answer.Find("usage").Is('{') || answer.Find("error").Is('{') || JsonSlices.Items(answer.Find("choices")).Count > 0)
        {
            return false;
        }

        _promptFilter = filter.ToArray();
        return true;
    }

    private void Write(Utf8JsonWriter writer, List<Member> answer, List<(string Url, string Title)> sources)
    {
        var hasChoices = false;
        writer.WriteStartObject();
        foreach (var (name, value) in answer)
        {
            if (name == "choices" && value.Is('['))
            {
                hasChoices = WriteChoices(writer, value, sources);
                continue;
            }

            writer.WriteSlice(name, value);
        }

        if (!hasChoices && sources.Count > 0)
        {
            WriteSources(writer, sources);
        }

        if (Has(AnswerQuirks.VendorUsage) && answer.Find("usage").IsEmpty && VendorUsage(answer) is { IsEmpty: false } usage)
        {
            writer.WriteSlice("usage", usage);
        }

        if (!_promptFilter.IsEmpty && answer.Find("prompt_filter_results").IsEmpty)
        {
            writer.WriteSlice("prompt_filter_results", _promptFilter);
            _promptFilter = default;
        }

        writer.WriteEndObject();
    }

    private bool WriteChoices(Utf8JsonWriter writer, ReadOnlyMemory<byte> choices, List<(string Url, string Title)> sources)
    {
        var items = JsonSlices.Items(choices);
        if (items.Count == 0 && sources.Count > 0)
        {
            return false;
        }

        writer.WriteStartArray("choices"u8);
        for (var position = 0; position < items.Count; position++)
        {
            WriteChoice(writer, items[position], position, position == 0 ? sources : []);
        }

        writer.WriteEndArray();
        return true;
    }

    private void WriteChoice(Utf8JsonWriter writer, ReadOnlyMemory<byte> item, int position, List<(string Url, string Title)> sources)
    {
        if (!item.Is('{'))
        {
            writer.WriteSlice(item);
            return;
        }

        var choice = JsonSlices.Members(item);
        var isLast = !isStream || choice.Find("finish_reason").Text() is { Length: > 0 };
        writer.WriteStartObject();
        foreach (var (name, value) in choice)
        {
            if (name is "delta" or "message" && value.Is('{'))
            {
                writer.WritePropertyName(name);
                _messages.Write(writer, JsonSlices.Members(value), Index(choice, position), isLast, sources);
                continue;
            }

            writer.WriteSlice(name, value);
        }

        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> VendorUsage(List<Member> answer) => JsonSlices.Members(answer.Find("x_groq")).Find("usage");

    private static int Index(List<Member> choice, int position) =>
        System.Buffers.Text.Utf8Parser.TryParse(choice.Find("index").Span, out int index, out _) ? index : position;

    private static void WriteSources(Utf8JsonWriter writer, List<(string Url, string Title)> sources)
    {
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("delta"u8);
        CitationState.Write(writer, sources);
        writer.WriteEndObject();
        writer.WriteNull("finish_reason"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
