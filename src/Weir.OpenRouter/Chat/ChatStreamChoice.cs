using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Chat stream choice, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatStreamChoice : WireRecord
{
    public ChatMessage? Delta { get; init; }

    public string? FinishReason { get; init; }

    public long? Index { get; init; }

    public JsonElement? Logprobs { get; init; }
}
