using System.Buffers;
using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;

namespace Weir.Simulator.Wire;

/// <summary>Writes the <c>chat.completion.chunk</c> objects of one stream into one buffer; each call overwrites the last.</summary>
internal sealed class ChatChunkWriter(ChatRequest request, Answer answer, long created) : IDisposable
{
    public const string Fingerprint = "fp_simulator";

    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _json = new(Stream.Null, JsonOutput.WriterOptions);

    public void Dispose() => _json.Dispose();

    // {"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}
    public ReadOnlyMemory<byte> Role(AnswerChoice choice) => Choice(choice, null, json =>
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

    public ReadOnlyMemory<byte> Step(AnswerStep step) => step.Kind switch
    {
        StepKind.Text => Choice(step.Choice, step, json => json.WriteString("content", step.Piece.Text)),
        StepKind.ToolName => Choice(step.Choice, step, json => WriteToolStart(json, step.Position, step.Choice.ToolCalls[step.Position])),
        _ => Choice(step.Choice, step, json => WriteToolFragment(json, step.Position, step.Piece.Text)),
    };

    public ReadOnlyMemory<byte> Finish(AnswerChoice choice) => Choice(choice, null, _ => { }, choice.FinishReason);

    public ReadOnlyMemory<byte> Usage() => Chunk(json =>
    {
        json.WriteStartArray("choices");
        json.WriteEndArray();
        ChatResponseWriter.WriteUsage(json, answer);
    });

    public ReadOnlyMemory<byte> Error(ApiError error)
    {
        Begin();
        JsonOutput.WriteEnvelope(_json, error);
        return End();
    }

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
        _json.WriteString("id", answer.Id);
        _json.WriteString("object", "chat.completion.chunk");
        _json.WriteNumber("created", created);
        _json.WriteString("model", request.Model);
        _json.WriteString("system_fingerprint", Fingerprint);
        write(_json);
        _json.WriteEndObject();
        return End();
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
    }

    private ReadOnlyMemory<byte> End()
    {
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    // "tool_calls":[{"index":0,"id":"call_…","type":"function","function":{"name":"get_weather","arguments":""}}]
    private static void WriteToolStart(Utf8JsonWriter json, int index, AnswerToolCall call)
    {
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("id", call.Id);
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
