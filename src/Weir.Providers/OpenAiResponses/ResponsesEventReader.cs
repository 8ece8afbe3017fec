using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Reads the events of one streamed response. Not safe for two callers at once.</summary>
/// <remarks>
/// <code>
/// {"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","id":"fc_1","call_id":"c","name":"f","arguments":""}}
/// {"type":"response.function_call_arguments.delta","output_index":1,"delta":"{\"a\":"}
/// {"type":"response.output_text.delta","output_index":0,"delta":"Hi"}
/// {"type":"response.completed","response":{"id":"resp_1","status":"completed","usage":{}}}
/// </code>
/// </remarks>
internal sealed class ResponsesEventReader : IDisposable
{
    private readonly ChunkWriter _chunks = new();
    private readonly ResponsesItemState _items = new();
    private JsonElement? _usage;

    /// <summary>The response ended as a whole.</summary>
    public bool IsOver { get; private set; }

    /// <summary>An event in the internal form, valid until the next one; nothing for events that say nothing new.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="InvalidDataException">The event is not what the dialect allows.</exception>
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> data)
    {
        using var document = WireDocument.Parse(data);
        var root = document.RootElement;
        return root.Text("type") switch
        {
            "response.created" => Created(root.Member("response")),
            "response.output_item.added" => ItemAdded(root),
            "response.output_item.done" => ItemDone(root),
            "response.output_text.delta" => Said(root),
            "response.refusal.delta" => root.Text("delta") is { } refusal ? Delta(writer => writer.WriteString("refusal"u8, refusal)) : default,
            "response.output_text.annotation.added" => Annotation(root.Member("annotation")),
            "response.reasoning_summary_text.delta" => Thought(root, isSummary: true),
            "response.reasoning_text.delta" => Thought(root, isSummary: false),
            "response.function_call_arguments.delta" => Arguments(root, root.Text("delta") ?? ""),
            "response.function_call_arguments.done" => RestOfArguments(root, root.Text("arguments")),
            "response.completed" or "response.incomplete" => Ended(root.Member("response")),
            "response.failed" => Failed(root.Member("response").Member("error")),
            "error" => Failed(root.FindObject("error") ?? root),
            _ => default,
        };
    }

    /// <summary>What follows the end: the usage; nothing when there is none.</summary>
    public ReadOnlyMemory<byte> UsageChunk()
    {
        if (_usage is not { } usage)
        {
            return default;
        }

        return _chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteEndArray();
            ResponsesEnd.WriteUsage(writer, usage);
        });
    }

    public void Dispose() => _chunks.Dispose();

    private static int IndexOf(JsonElement root) => root.Count("output_index") is { } index and <= int.MaxValue
        ? (int)index
        : throw new InvalidDataException("An event about an output item has no 'output_index'.");

    private ReadOnlyMemory<byte> Delta(Action<Utf8JsonWriter> members) => _chunks.WriteDelta(members);

    private ReadOnlyMemory<byte> Created(JsonElement response) => _chunks.Write(writer =>
    {
        writer.WriteString("id"u8, response.Text("id"));
        writer.WriteStartArray("choices"u8);
        writer.WriteRawValue("""{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}"""u8, skipInputValidation: true);
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> Said(JsonElement root)
    {
        var logprobs = root.Member("logprobs");
        return _chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteStartObject();
            writer.WriteNumber("index"u8, 0);
            writer.WriteStartObject("delta"u8);
            writer.WriteString("content"u8, root.Text("delta") ?? "");
            writer.WriteEndObject();
            if (logprobs.Items().Any())
            {
                writer.WriteStartObject("logprobs"u8);
                writer.WriteRaw("content"u8, logprobs);
                writer.WriteEndObject();
            }

            writer.WriteNull("finish_reason"u8);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    private ReadOnlyMemory<byte> Thought(JsonElement root, bool isSummary)
    {
        var output = IndexOf(root);
        var part = (int)Math.Min(root.Count(isSummary ? "summary_index" : "content_index") ?? 0, int.MaxValue);
        var text = root.Text("delta") ?? "";
        var (index, isNewPart) = _items.PlaceOf(output, isSummary, part);
        var detail = new ReasoningDetail
        {
            Format = ResponsesReasoning.Format,
            Id = root.Text("item_id"),
            Index = index,
            Summary = isSummary ? text : null,
            Text = isSummary ? null : text,
        };

        // Parts are paragraphs; the plain text has no other sign of where one ends.
        var plain = isNewPart && part > 0 ? "\n\n" + text : text;
        return Reasoning(plain, detail);
    }

    private ReadOnlyMemory<byte> Reasoning(string? plain, ReasoningDetail detail) => Delta(writer =>
    {
        if (plain is not null)
        {
            writer.WriteString("reasoning"u8, plain);
        }

        writer.WriteStartArray("reasoning_details"u8);
        detail.Write(writer);
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> ItemAdded(JsonElement root) =>
        root.Member("item").Text("type") == "function_call" ? StartCall(IndexOf(root), root.Member("item"), "") : default;

    private ReadOnlyMemory<byte> ItemDone(JsonElement root)
    {
        var item = root.Member("item");
        switch (item.Text("type"))
        {
            case "function_call":
                return CallDone(root, item);
            case "reasoning" when item.Text("encrypted_content") is { Length: > 0 } data:
                var detail = new ReasoningDetail { Format = ResponsesReasoning.Format, Id = item.Text("id"), Data = data, Index = _items.EncryptedPlace() };
                return Reasoning(null, detail);
            case "image_generation_call" when item.Member("result").IsFilled():
                return Delta(writer => ResponsesItems.WriteImages(writer, [item]));
            default:
                return default;
        }
    }

    private ReadOnlyMemory<byte> CallDone(JsonElement root, JsonElement item) =>
        _items.HasCall(IndexOf(root))
            ? RestOfArguments(root, item.Text("arguments") is { Length: > 0 } arguments ? arguments : "{}")
            : StartCall(IndexOf(root), item, item.Text("arguments") is { Length: > 0 } whole ? whole : "{}");

    private ReadOnlyMemory<byte> StartCall(int output, JsonElement item, string arguments)
    {
        var (id, name) = ResponsesItems.IdentityOf(item);
        var index = _items.StartCall(output, arguments.Length > 0);
        return Call(index, writer =>
        {
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, arguments);
            writer.WriteEndObject();
        });
    }

    // Some servers send the arguments whole at the end, or after the pieces once more.
    private ReadOnlyMemory<byte> RestOfArguments(JsonElement root, string? arguments) =>
        _items.HasArguments(IndexOf(root)) || string.IsNullOrEmpty(arguments) ? default : Arguments(root, arguments);

    private ReadOnlyMemory<byte> Arguments(JsonElement root, string piece)
    {
        var index = _items.AddArguments(IndexOf(root));
        return Call(index, writer =>
        {
            writer.WriteStartObject("function"u8);
            writer.WriteString("arguments"u8, piece);
            writer.WriteEndObject();
        });
    }

    private ReadOnlyMemory<byte> Call(int index, Action<Utf8JsonWriter> members) => Delta(writer =>
    {
        writer.WriteStartArray("tool_calls"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, index);
        members(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> Annotation(JsonElement annotation) =>
        annotation.Text("type") == "url_citation" ? Delta(writer => ResponsesItems.WriteAnnotations(writer, [annotation])) : default;

    private ReadOnlyMemory<byte> Ended(JsonElement response)
    {
        var finish = ResponsesEnd.FinishOf(response, _items.HasCalls) ?? throw new InvalidDataException("A response ended without a status that says how.");
        _usage = response.FindObject("usage")?.Clone();
        IsOver = true;
        return _chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteStartObject();
            writer.WriteNumber("index"u8, 0);
            writer.WriteStartObject("delta"u8);
            writer.WriteEndObject();
            ResponsesEnd.WriteFinish(writer, finish);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (response.Text("service_tier") is { } tier)
            {
                writer.WriteString("service_tier"u8, tier);
            }
        });
    }

    private ReadOnlyMemory<byte> Failed(JsonElement error) => _chunks.Write(writer => ResponsesEnd.WriteError(writer, error));
}
