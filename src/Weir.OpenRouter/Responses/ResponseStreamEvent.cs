namespace Weir.OpenRouter;

/// <summary>An event of a streamed response; members of rarer kinds are in <see cref="WireRecord.Extra"/>.</summary>
public sealed record ResponseStreamEvent : WireRecord
{
    /// <summary>Such as <c>response.output_text.delta</c> or <c>response.completed</c>.</summary>
    public string? Type { get; init; }
    /// <summary>Its number in the stream, from 0, one up with each event.</summary>
    public long? SequenceNumber { get; init; }
    /// <summary>The response so far: of <c>response.created</c>, <c>.completed</c>, <c>.failed</c>, <c>.incomplete</c>.</summary>
    public Response? Response { get; init; }
    /// <summary>The piece that came: of the <c>.delta</c> events.</summary>
    public string? Delta { get; init; }
    /// <summary>Of <c>response.output_item.added</c> and <c>.done</c>.</summary>
    public ResponseItem? Item { get; init; }
    /// <summary>Which item of <see cref="Response.Output"/> it is of, from 0; null for events of the whole response.</summary>
    public long? OutputIndex { get; init; }
    /// <summary>Which part of <see cref="ResponseItem.Content"/> it is of, from 0; null for events of the whole item.</summary>
    public long? ContentIndex { get; init; }
}
