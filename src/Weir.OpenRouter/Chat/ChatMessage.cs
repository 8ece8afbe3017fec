using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A message of a chat, sent or received; in a stream, the piece of it that came.</summary>
public sealed record ChatMessage : WireRecord
{
    /// <summary><c>system</c>, <c>developer</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>; null in the later pieces of a stream.</summary>
    public string? Role { get; init; }

    /// <summary>What it says; null where it only calls tools.</summary>
    public TextOrJson? Content { get; init; }

    /// <summary>Name of whoever speaks, to tell several with one role apart; null if that does not matter.</summary>
    public string? Name { get; init; }
    /// <summary>Why the model would not answer, where it says so; null otherwise.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the model thought before it answered, where it shows it.</summary>
    public string? Reasoning { get; init; }

    /// <summary><see cref="Reasoning"/> in pieces, with signatures: send it back with the message, so that the model can go on from there.</summary>
    public IReadOnlyList<JsonElement>? ReasoningDetails { get; init; }

    /// <summary>Calls of tools that the model wants made: answer each with a <c>tool</c> message. Null if there are none.</summary>
    public IReadOnlyList<ChatToolCall>? ToolCalls { get; init; }

    /// <summary>Of a <c>tool</c> message: the call that it answers.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>Links and quotations that belong to the content, such as <c>url_citation</c>.</summary>
    public IReadOnlyList<JsonElement>? Annotations { get; init; }

    /// <summary>Images that the model made: <c>{"type":"image_url","image_url":{"url":"data:…"}}</c>.</summary>
    public IReadOnlyList<JsonElement>? Images { get; init; }

    /// <summary>
    /// Sound that the model made: an object with <c>data</c> as base64, <c>transcript</c>, <c>id</c> and <c>expires_at</c>, each where it has come.
    /// </summary>
    public JsonElement? Audio { get; init; }

    /// <summary>What the user says.</summary>
    public static ChatMessage User(TextOrJson content) => new() { Role = "user", Content = content };

    /// <summary>What the model is told about how to answer.</summary>
    public static ChatMessage System(string content) => new() { Role = "system", Content = content };

    /// <summary>What the model said before.</summary>
    public static ChatMessage Assistant(string content) => new() { Role = "assistant", Content = content };

    /// <summary>What a tool gave back.</summary>
    public static ChatMessage Tool(string toolCallId, string content) => new() { Role = "tool", ToolCallId = toolCallId, Content = content };
}
