using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>One answer of a <see cref="ChatResult"/>.</summary>
public sealed record ChatChoice : WireRecord
{
    /// <summary>
    /// Why the model stopped. One of <c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, <c>error</c> (what came before it stands).
    /// </summary>
    public string? FinishReason { get; init; }

    /// <summary>Which of the choices it is, from 0; mostly there is only one.</summary>
    public long? Index { get; init; }

    /// <summary>How likely the tokens were, with others that were likely; null unless <see cref="ChatRequest.Logprobs"/> asked for it.</summary>
    public JsonElement? Logprobs { get; init; }

    /// <summary>What the model said; good to be sent back in <see cref="ChatRequest.Messages"/>.</summary>
    public ChatMessage? Message { get; init; }
}
