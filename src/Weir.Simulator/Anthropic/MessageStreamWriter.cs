using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Delivery;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Words an answer as the events of a Messages stream: blocks that open, grow and close one after the other.</summary>
internal sealed class MessageStreamWriter(ChatRequest request, Answer answer, MessagesUsage usage) : IStreamWriter<AnswerStep>
{
    private readonly AnswerChoice _choice = answer.Choices[0];
    private StepKind? _open;
    private int _openCall;
    private int _index = -1;

    public StreamFraming Framing => StreamFraming.ServerSentEvents;

    public IEnumerable<StreamEvent> Opening()
    {
        yield return Event("message_start", json =>
        {
            json.WriteStartObject("message");
            MessageForms.WriteHead(json, request, answer);
            json.WriteStartArray("content");
            json.WriteEndArray();
            json.WriteNull("stop_reason");
            json.WriteNull("stop_sequence");
            usage.WriteStart(json, outputTokens: 1);
            json.WriteEndObject();
        });
        yield return Event("ping", _ => { });
    }

    public IEnumerable<StreamEvent> Step(AnswerStep step)
    {
        var kind = step.Kind == StepKind.ToolName ? StepKind.ToolArguments : step.Kind;
        if (_open != kind || (kind == StepKind.ToolArguments && _openCall != step.Position))
        {
            foreach (var item in Close())
            {
                yield return item;
            }

            yield return Open(kind, step);
        }

        if (DeltaOf(step) is { } delta)
        {
            yield return delta;
        }
    }

    public IEnumerable<StreamEvent> Closing(bool withUsage)
    {
        foreach (var item in Close())
        {
            yield return item;
        }

        yield return Event("message_delta", json =>
        {
            json.WriteStartObject("delta");
            json.WriteString("stop_reason", MessageForms.StopReason(_choice));
            json.WriteString("stop_sequence", _choice.StopHit);
            json.WriteEndObject();
            if (withUsage)
            {
                usage.WriteEnd(json, answer);
            }
        });
    }

    public StreamEvent Error(ApiError error) => new("error", JsonOutput.Build(json => AnthropicErrors.Write(json, error)));

    public StreamEvent? End() => Event("message_stop", _ => { });

    // event: content_block_start
    // data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}
    private StreamEvent Open(StepKind kind, AnswerStep step)
    {
        (_open, _openCall) = (kind, step.Position);
        _index++;
        return Event("content_block_start", json =>
        {
            json.WriteNumber("index", _index);
            json.WriteStartObject("content_block");
            WriteStart(json, kind, step);
            json.WriteEndObject();
        });
    }

    private void WriteStart(Utf8JsonWriter json, StepKind kind, AnswerStep step)
    {
        switch (kind)
        {
            case StepKind.Reasoning when request.Reasoning.IsRedacted:
                MessageForms.WriteRedacted(json, _choice);
                break;
            case StepKind.Reasoning:
                json.WriteString("type", "thinking");
                json.WriteString("thinking", "");
                json.WriteString("signature", "");
                break;
            case StepKind.ToolArguments:
                json.WriteString("type", "tool_use");
                json.WriteString("id", MessageForms.ToolId(_choice.ToolCalls[step.Position]));
                json.WriteString("name", step.Piece.Text);
                json.WriteStartObject("input");
                json.WriteEndObject();
                break;
            default:
                json.WriteString("type", "text");
                json.WriteString("text", "");
                break;
        }
    }

    // Null where nothing is shown: thinking that is hidden, or was sent whole when its block opened.
    private StreamEvent? DeltaOf(AnswerStep step) => step.Kind switch
    {
        StepKind.Reasoning when request.Reasoning.IsRedacted || request.Reasoning.IsHidden => null,
        StepKind.Reasoning => Delta("thinking_delta", "thinking", step.Piece.Text),
        StepKind.ToolName => Delta("input_json_delta", "partial_json", ""),
        StepKind.ToolArguments => Delta("input_json_delta", "partial_json", step.Piece.Text),
        _ => Delta("text_delta", "text", step.Piece.Text),
    };

    private IEnumerable<StreamEvent> Close()
    {
        if (_open is null)
        {
            yield break;
        }

        if (_open == StepKind.Reasoning && !request.Reasoning.IsRedacted)
        {
            yield return Delta("signature_delta", "signature", Thinking.Sign(MessageForms.ShownThinking(request, _choice)));
        }

        yield return Event("content_block_stop", json => json.WriteNumber("index", _index));
        _open = null;
    }

    private StreamEvent Delta(string type, string name, string text) => Event("content_block_delta", json =>
    {
        json.WriteNumber("index", _index);
        json.WriteStartObject("delta");
        json.WriteString("type", type);
        json.WriteString(name, text);
        json.WriteEndObject();
    });

    private static StreamEvent Event(string type, Action<Utf8JsonWriter> write) => new(type, JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        write(json);
        json.WriteEndObject();
    }));
}
