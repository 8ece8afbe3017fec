using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>An event of a streamed answer; members of rarer kinds are in <see cref="WireRecord.Extra"/>.</summary>
public sealed record MessagesStreamEvent : WireRecord
{
    /// <summary><c>message_start</c>, <c>content_block_start</c>, <c>content_block_delta</c>, <c>message_delta</c>, <c>message_stop</c> …</summary>
    public string? Type { get; init; }
    /// <summary>Of <c>message_start</c>: the answer, without content yet.</summary>
    public MessagesResult? Message { get; init; }
    /// <summary>Which block of <see cref="MessagesResult.Content"/> it is of, from 0; null for events of the whole message.</summary>
    public long? Index { get; init; }
    /// <summary>Of <c>content_block_start</c>: the block, without its content yet.</summary>
    public MessageBlock? ContentBlock { get; init; }
    /// <summary>
    /// Of <c>content_block_delta</c>, the piece that came, such as <c>{"type":"text_delta","text":"…"}</c>; of <c>message_delta</c>, the <c>stop_reason</c>.
    /// </summary>
    public JsonElement? Delta { get; init; }
    /// <summary>Of <c>message_delta</c>: what the answer used in all.</summary>
    public MessagesUsage? Usage { get; init; }
}
