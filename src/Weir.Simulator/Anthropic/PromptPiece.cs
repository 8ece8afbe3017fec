namespace Weir.Simulator.Anthropic;

/// <summary>One block of a prompt: a tool, a part of the system prompt, or a block of a message.</summary>
/// <param name="Text">The block as JSON, without its cache mark.</param>
/// <param name="KeepFor">How long the prompt up to here is to be cached; null when the block has no mark.</param>
internal sealed record PromptPiece(string Text, TimeSpan? KeepFor);
