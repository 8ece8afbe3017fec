namespace Weir.Gateway.Chat;

/// <summary>What is being copied: a choice of a chunk, or one of a whole completion.</summary>
/// <param name="IsChunk">In a chunk less must be there: the rest of a message comes with others.</param>
/// <param name="Index">Which one of the choices.</param>
/// <param name="Calls">The calls of the stream so far; null: those of a chunk are left without an id.</param>
internal readonly record struct PatchedChoice(bool IsChunk, int Index, StreamedCalls? Calls);
