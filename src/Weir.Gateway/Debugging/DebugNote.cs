namespace Weir.Gateway.Debugging;

/// <summary>One thing that a caller who asked for debugging is told: what was sent to a provider, or when something happened; one of the two.</summary>
/// <param name="UpstreamBody">A JSON object without secrets, long texts cut; empty for a timing.</param>
/// <param name="Timing">Null for a body.</param>
public readonly record struct DebugNote(ReadOnlyMemory<byte> UpstreamBody, DebugTiming? Timing);
