using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A piece of one answer of a stream.</summary>
public sealed record ChatStreamChoice : WireRecord
{
    /// <summary>What came: its texts are to be put after those before. The first piece names the role.</summary>
    public ChatMessage? Delta { get; init; }

    /// <summary>
    /// Why the model stopped. One of <c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, <c>error</c>; null as long as more follows.
    /// </summary>
    public string? FinishReason { get; init; }

    /// <summary>Which of the choices it belongs to, from 0.</summary>
    public long? Index { get; init; }

    /// <summary>How likely the tokens of the piece were; null unless <see cref="ChatRequest.Logprobs"/> asked for it.</summary>
    public JsonElement? Logprobs { get; init; }
}
