namespace Weir.Gateway.Dispatch;

/// <summary>One event of an upstream answer, in the internal form of its operation: for chat the JSON of an OpenAI completion or chunk, for speech sound.</summary>
/// <remarks>The bytes are valid until the next event is asked for.</remarks>
public readonly record struct StreamEvent(StreamEventKind Kind, ReadOnlyMemory<byte> Json);
