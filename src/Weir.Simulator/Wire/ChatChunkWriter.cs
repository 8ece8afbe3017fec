using System.Buffers;
using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Delivery;

namespace Weir.Simulator.Wire;

/// <summary>Writes the <c>chat.completion.chunk</c> objects of one stream into one buffer; each call overwrites the last.</summary>
internal sealed class ChatChunkWriter(ChatRequest request, Answer answer, long created) : IStreamWriter<AnswerStep>, IDisposable
{
    public const string Fingerprint = "fp_simulator";

    private static readonly ReadOnlyMemory<byte> Done = "[DONE]"u8.ToArray();

    private readonly ChatAudio? _audio = request.Audio is { } audio ? new ChatAudio(answer, audio, created) : null;
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _json = new(Stream.Null, JsonOutput.WriterOptions);

    public StreamFraming Framing => StreamFraming.ServerSentEvents;

    public void Dispose() => _json.Dispose();

    // One role chunk for each choice.
    public IEnumerable<StreamEvent> Opening() => answer.Choices.Select(choice => new StreamEvent(null, Role(choice)));

    public IEnumerable<StreamEvent> Step(AnswerStep step)
    {
        yield return new StreamEvent(null, Content(step));

        // The signature follows the last of what it signs.
        if (step.Kind == StepKind.Reasoning && step.Position == step.Choice.Reasoning.Length - 1 && !step.Choice.IsThoughtOnly)
        {
            yield return new StreamEvent(null, Choice(step.Choice, null, json => ChatExtras.WriteSignature(json, step.Choice)));
        }
    }

    public IEnumerable<StreamEvent> Closing(bool withUsage)
    {
        foreach (var choice in answer.Choices)
        {
            if (_audio is not null)
            {
                yield return new StreamEvent(null, Choice(choice, null, _audio.WriteEnd));
            }

            yield return new StreamEvent(null, Choice(choice, null, _ => { }, choice.FinishReason));
        }

        if (request.IncludeUsage && withUsage)
        {
            yield return new StreamEvent(null, Usage());
        }
    }

    public StreamEvent? End() => new StreamEvent(null, Done);

    public StreamEvent Error(ApiError error)
    {
        Begin();
        JsonOutput.WriteEnvelope(_json, error);
        return new StreamEvent(null, End(_json));
    }

    // {"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}
    private ReadOnlyMemory<byte> Role(AnswerChoice choice) => Choice(choice, null, json =>
    {
        json.WriteString("role", "assistant");
        if (choice.ToolCalls.IsEmpty)
        {
            json.WriteString("content", "");
        }
        else
        {
            json.WriteNull("content");
        }

        json.WriteNull("refusal");
    });

    private ReadOnlyMemory<byte> Content(AnswerStep step) => step.Kind switch
    {
        StepKind.Text when _audio is not null => Choice(step.Choice, step, json => _audio.WriteDelta(json, step)),
        StepKind.Text => Choice(step.Choice, step, json => json.WriteString("content", step.Piece.Text)),
        StepKind.Reasoning => Choice(step.Choice, step, json => ChatExtras.WriteThought(json, step.Piece.Text)),
        StepKind.Image => Choice(step.Choice, step, json => ChatExtras.WriteImages(json, [step.Choice.Images[step.Position]], step.Position)),
        StepKind.ToolName => Choice(step.Choice, step, json => WriteToolStart(json, step.Position, step.Choice.ToolCalls[step.Position])),
        _ => Choice(step.Choice, step, json => WriteToolFragment(json, step.Position, step.Piece.Text)),
    };

    private ReadOnlyMemory<byte> Usage() => Chunk(json =>
    {
        json.WriteStartArray("choices");
        json.WriteEndArray();
        ChatResponseWriter.WriteUsage(json, answer);
    });

    private ReadOnlyMemory<byte> Choice(AnswerChoice choice, AnswerStep? step, Action<Utf8JsonWriter> writeDelta, string? finishReason = null) => Chunk(json =>
    {
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", choice.Index);
        json.WriteStartObject("delta");
        writeDelta(json);
        json.WriteEndObject();
        if (request.Logprobs && step is { Kind: StepKind.Text })
        {
            LogprobWriter.Write(json, choice, step.Position, 1, request.TopLogprobs);
        }
        else
        {
            json.WriteNull("logprobs");
        }

        json.WriteString("finish_reason", finishReason);
        json.WriteEndObject();
        json.WriteEndArray();
        if (request.IncludeUsage)
        {
            json.WriteNull("usage");
        }
    });

    private ReadOnlyMemory<byte> Chunk(Action<Utf8JsonWriter> write)
    {
        Begin();
        _json.WriteStartObject();
        _json.WriteString("id", ChatResponseWriter.IdPrefix + answer.Id);
        _json.WriteString("object", "chat.completion.chunk");
        _json.WriteNumber("created", created);
        _json.WriteString("model", request.Model);
        _json.WriteString("system_fingerprint", Fingerprint);
        write(_json);
        _json.WriteEndObject();
        return End(_json);
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
    }

    private ReadOnlyMemory<byte> End(Utf8JsonWriter json)
    {
        json.Flush();
        return _buffer.WrittenMemory;
    }

    // "tool_calls":[{"index":0,"id":"call_…","type":"function","function":{"name":"get_weather","arguments":""}}]
    private static void WriteToolStart(Utf8JsonWriter json, int index, AnswerToolCall call)
    {
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("id", ChatResponseWriter.CallPrefix + call.Id);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", call.Name);
        json.WriteString("arguments", "");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteToolFragment(Utf8JsonWriter json, int index, string arguments)
    {
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteStartObject("function");
        json.WriteString("arguments", arguments);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
