using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>An event of a streamed answer; members of rarer kinds are in <see cref="WireRecord.Extra"/>.</summary>
public sealed record MessagesStreamEvent : WireRecord
{
    /// <summary><c>message_start</c>, <c>content_block_start</c>, <c>content_block_delta</c>, <c>message_delta</c>, <c>message_stop</c> …</summary>
    public string? Type { get; init; }
    /// <summary>Of <c>message_start</c>.</summary>
    public MessagesResult? Message { get; init; }
    public long? Index { get; init; }
    /// <summary>Of <c>content_block_start</c>.</summary>
    public MessageBlock? ContentBlock { get; init; }
    /// <summary>Of <c>content_block_delta</c> and <c>message_delta</c>.</summary>
    public JsonElement? Delta { get; init; }
    /// <summary>Of <c>message_delta</c>.</summary>
    public MessagesUsage? Usage { get; init; }
}
