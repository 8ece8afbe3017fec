using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;

namespace Weir.Simulator.Wire;

/// <summary>Writes an answer as one <c>chat.completion</c> object.</summary>
internal static class ChatResponseWriter
{
    public const string IdPrefix = "chatcmpl-";
    public const string CallPrefix = "call_";

    public static ReadOnlyMemory<byte> Write(ChatRequest request, Answer answer, long created, AnswerExtent extent) => JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", IdPrefix + answer.Id);
        json.WriteString("object", "chat.completion");
        json.WriteNumber("created", created);
        json.WriteString("model", request.Model);
        json.WriteString("system_fingerprint", ChatChunkWriter.Fingerprint);
        json.WriteStartArray("choices");
        foreach (var choice in answer.Choices)
        {
            WriteChoice(json, answer, request, created, extent.HasFlag(AnswerExtent.Content) ? choice : choice with { Reasoning = [], Content = [], ToolCalls = [], Images = [], FinishReason = "" });
        }

        json.WriteEndArray();
        if (extent.HasFlag(AnswerExtent.Usage))
        {
            WriteUsage(json, answer);
        }

        json.WriteEndObject();
    });

    public static void WriteUsage(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", answer.PromptTokens);
        json.WriteNumber("completion_tokens", answer.CompletionTokens);
        json.WriteNumber("total_tokens", answer.PromptTokens + answer.CompletionTokens);
        json.WriteStartObject("prompt_tokens_details");
        json.WriteNumber("cached_tokens", 0);
        json.WriteNumber("audio_tokens", 0);
        json.WriteEndObject();
        json.WriteStartObject("completion_tokens_details");
        json.WriteNumber("reasoning_tokens", answer.ReasoningTokens);
        json.WriteNumber("image_tokens", answer.ImageTokens);
        json.WriteNumber("audio_tokens", 0);
        json.WriteNumber("accepted_prediction_tokens", 0);
        json.WriteNumber("rejected_prediction_tokens", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, Answer answer, ChatRequest request, long created, AnswerChoice choice)
    {
        json.WriteStartObject();
        json.WriteNumber("index", choice.Index);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        WriteContent(json, answer, request, created, choice);
        json.WriteNull("refusal");
        if (!request.Reasoning.IsHidden)
        {
            ChatExtras.WriteReasoning(json, choice);
        }

        if (!choice.Images.IsEmpty)
        {
            ChatExtras.WriteImages(json, choice.Images, first: 0);
        }

        if (!choice.ToolCalls.IsEmpty)
        {
            WriteToolCalls(json, choice);
        }

        json.WriteEndObject();
        if (request.Logprobs && !choice.Content.IsEmpty)
        {
            LogprobWriter.Write(json, choice, 0, choice.Content.Length, request.TopLogprobs);
        }
        else
        {
            json.WriteNull("logprobs");
        }

        json.WriteString("finish_reason", choice.FinishReason.Length > 0 ? choice.FinishReason : null);
        json.WriteEndObject();
    }

    // What is heard is not also written: the transcript is in the audio object.
    private static void WriteContent(Utf8JsonWriter json, Answer answer, ChatRequest request, long created, AnswerChoice choice)
    {
        var hasNone = choice.Content.IsEmpty && (choice.ToolCalls.Length > 0 || choice.FinishReason.Length == 0);
        if (hasNone || request.Audio is null)
        {
            json.WriteString("content", hasNone ? null : choice.Text);
            return;
        }

        json.WriteNull("content");
        new ChatAudio(answer, request.Audio, created).WriteWhole(json, choice);
    }

    private static void WriteToolCalls(Utf8JsonWriter json, AnswerChoice choice)
    {
        json.WriteStartArray("tool_calls");
        foreach (var call in choice.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("id", CallPrefix + call.Id);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            json.WriteString("arguments", call.ArgumentsText);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
