using System.Collections.Immutable;

namespace Weir.Simulator.Chat;

/// <summary>One message of the conversation, its parts flattened to text.</summary>
internal sealed record ChatMessage
{
    public required string Role { get; init; }

    public required string Text { get; init; }

    /// <summary>Content parts that are not text: images, audio, files.</summary>
    public int MediaCount { get; init; }

    public string? Name { get; init; }

    public ImmutableArray<ChatToolCall> ToolCalls { get; init; } = [];

    public string? ToolCallId { get; init; }
}
