namespace Weir.OpenRouter;

/// <summary>A message of a conversation in the Messages API.</summary>
public sealed record MessageParam : WireRecord
{
    /// <summary><c>user</c> or <c>assistant</c>.</summary>
    public required string Role { get; init; }
    /// <summary>A text, or a list of blocks.</summary>
    public required TextOrJson Content { get; init; }
}
