using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;

namespace Weir.Simulator.Anthropic;

/// <summary>What whole and streamed messages have in common: ids, reasons, and the blocks of thinking.</summary>
internal static class MessageForms
{
    public static string ToolId(AnswerToolCall call) => "toolu_01" + call.Id[..22];

    public static string? StopReason(AnswerChoice choice) => choice switch
    {
        { StopHit: not null } => "stop_sequence",
        { FinishReason: "length" } => "max_tokens",
        { FinishReason: "tool_calls" } => "tool_use",
        { FinishReason: "stop" } => "end_turn",
        _ => null,
    };

    // {"id":"msg_…","type":"message","role":"assistant","model":"…"
    public static void WriteHead(Utf8JsonWriter json, ChatRequest request, Answer answer)
    {
        json.WriteString("id", "msg_01" + answer.Id[..22]);
        json.WriteString("type", "message");
        json.WriteString("role", "assistant");
        json.WriteString("model", request.Model);
    }

    public static void WriteRedacted(Utf8JsonWriter json, AnswerChoice choice)
    {
        json.WriteString("type", "redacted_thinking");
        json.WriteString("data", Thinking.Redact(choice.ReasoningText));
    }

    /// <summary>What of the thinking is shown, which is also what is signed.</summary>
    public static string ShownThinking(ChatRequest request, AnswerChoice choice) => request.Reasoning.IsHidden ? "" : choice.ReasoningText;
}
