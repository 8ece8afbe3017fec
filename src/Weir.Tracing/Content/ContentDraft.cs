using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>The attributes of a span sorted into what people read of it.</summary>
internal sealed class ContentDraft
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _others = new(StringComparer.Ordinal);
    private readonly IndexedList<MessageDraft> _inputs = new();
    private readonly IndexedList<MessageDraft> _outputs = new();
    private readonly IndexedList<MessageDraft> _prompts = new();
    private readonly IndexedList<MessageDraft> _choices = new();
    private readonly IndexedList<ToolDraft> _tools = new();
    private readonly (string List, string Part, IndexedList<DocumentDraft> Documents)[] _documents =
    [
        (RetrievalAttributes.Documents, "retrieved", new()),
        (RerankerAttributes.InputDocuments, "input", new()),
        (RerankerAttributes.OutputDocuments, "output", new()),
        (EmbeddingAttributes.Embeddings, "embedded", new()),
    ];

    private ContentDraft()
    {
    }

    /// <param name="attributes">One flat JSON object; must stay as it is while the draft is read.</param>
    /// <param name="events">A JSON array, or nothing.</param>
    public static ContentDraft Of(ReadOnlyMemory<byte> attributes, ReadOnlyMemory<byte> events = default)
    {
        var draft = new ContentDraft();
        foreach (var attribute in FlatAttribute.ReadAll(attributes))
        {
            draft.Take(attribute.Name, attribute.Json);
        }

        draft.AddForeign(events);
        return draft;
    }

    /// <summary>The JSON of an attribute that is no element of a list; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Value(string name) => _others.GetValueOrDefault(name);

    /// <summary>The first of some attributes that is there; empty when none is.</summary>
    public ReadOnlyMemory<byte> First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_others.TryGetValue(name, out var json))
            {
                return json;
            }
        }

        return default;
    }

    /// <summary>The attributes that are no elements of lists.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Others => _others;

    public IReadOnlyList<MessageRecord> InputMessages(ContentTexts texts) =>
        [.. Chosen(_inputs, LlmAttributes.InputMessages, _prompts).Select(message => message.ToRecord(texts, finishReason: null))];

    public IReadOnlyList<MessageRecord> OutputMessages(ContentTexts texts)
    {
        // The attribute is about the first choice.
        var reason = texts.Plain(First(LlmAttributes.FinishReason, "ai.response.finishReason", "ai.finishReason")) ?? texts.FirstOf(Value("gen_ai.response.finish_reasons"));
        return [.. Chosen(_outputs, LlmAttributes.OutputMessages, _choices).Select((message, index) => message.ToRecord(texts, index == 0 ? reason : null))];
    }

    public IReadOnlyList<ToolRecord> Tools(ContentTexts texts)
    {
        if (!_tools.IsEmpty)
        {
            return [.. _tools.Items.Select(tool => tool.ToRecord(texts))];
        }

        var own = new ToolDraft();
        own.Set(ToolAttributes.Name, First(ToolAttributes.Name, "gen_ai.tool.name", "ai.toolCall.name"));
        own.Set(ToolAttributes.Description, First(ToolAttributes.Description, "gen_ai.tool.description"));
        own.Set(ToolAttributes.JsonSchema, Value(ToolAttributes.JsonSchema));

        return own.IsEmpty ? [] : [own.ToRecord(texts)];
    }

    public IReadOnlyList<DocumentRecord> Documents(ContentTexts texts) =>
        [.. _documents.SelectMany(list => list.Documents.Items.Select(document => document.ToRecord(texts, list.Part)))];

    private void Take(string name, ReadOnlyMemory<byte> json)
    {
        if (TakeMessage(name, LlmAttributes.InputMessages, _inputs, json)
            || TakeMessage(name, LlmAttributes.OutputMessages, _outputs, json)
            || TakeCompletion(name, LlmAttributes.Prompts, PromptAttributes.Text, _prompts, json)
            || TakeCompletion(name, LlmAttributes.Choices, ChoiceAttributes.CompletionText, _choices, json)
            || TakeNamed(name, "gen_ai.prompt", _prompts, json)
            || TakeNamed(name, "gen_ai.completion", _choices, json))
        {
            return;
        }

        if (FlatAttribute.TryFindElement(name, LlmAttributes.Tools, out var index, out var member))
        {
            _tools.At(index).Set(member, json);
            return;
        }

        foreach (var (list, _, documents) in _documents)
        {
            if (FlatAttribute.TryFindElement(name, list, out index, out member))
            {
                documents.At(index).Set(member, json);
                return;
            }
        }

        _others[name] = json;
    }

    private static bool TakeMessage(string name, string list, IndexedList<MessageDraft> messages, ReadOnlyMemory<byte> json)
    {
        if (!FlatAttribute.TryFindElement(name, list, out var index, out var member))
        {
            return false;
        }

        messages.At(index).Set(member, json);
        return true;
    }

    // Prompts and choices of plain completions are read as messages without a role.
    private static bool TakeCompletion(string name, string list, string text, IndexedList<MessageDraft> messages, ReadOnlyMemory<byte> json)
    {
        if (!FlatAttribute.TryFindElement(name, list, out var index, out var member))
        {
            return false;
        }

        if (member.SequenceEqual(text))
        {
            messages.At(index).Set(MessageAttributes.Content, json);
        }

        return true;
    }

    // gen_ai.prompt.0.role, as OpenLLMetry writes messages.
    private static bool TakeNamed(string name, string list, IndexedList<MessageDraft> messages, ReadOnlyMemory<byte> json)
    {
        if (!FlatAttribute.TryFindElement(name, list, out var index, out var member))
        {
            return false;
        }

        messages.At(index).Set($"message.{member}", json);
        return true;
    }

    // What OpenInference has no word of is looked for in the words of others.
    private void AddForeign(ReadOnlyMemory<byte> events)
    {
        var lists = new ContentLists
        {
            Inputs = _inputs,
            Outputs = _outputs,
            HasInputs = !_inputs.IsEmpty || !_prompts.IsEmpty || !Value(LlmAttributes.InputMessages).IsEmpty,
            HasOutputs = !_outputs.IsEmpty || !_choices.IsEmpty || !Value(LlmAttributes.OutputMessages).IsEmpty,
            Tools = _tools,
        };
        ForeignMessages.Fill(lists, Value, events);
    }

    private IEnumerable<MessageDraft> Chosen(IndexedList<MessageDraft> messages, string name, IndexedList<MessageDraft> completions)
    {
        if (messages.IsEmpty && Value(name) is { IsEmpty: false } list)
        {
            MessageListFlattener.AddTo(messages, list);
        }

        return messages.IsEmpty ? completions.Items : messages.Items;
    }
}
