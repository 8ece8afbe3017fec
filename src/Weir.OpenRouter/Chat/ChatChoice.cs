using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Chat choice, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatChoice : WireRecord
{
    public string? FinishReason { get; init; }

    public long? Index { get; init; }

    public JsonElement? Logprobs { get; init; }

    public ChatMessage? Message { get; init; }
}
