namespace Weir.Gateway.Dispatch;

/// <summary>One event of an upstream answer, in the one internal form: the JSON of an OpenAI chat completion or chunk.</summary>
/// <remarks>The bytes are valid until the next event is asked for.</remarks>
public readonly record struct StreamEvent(StreamEventKind Kind, ReadOnlyMemory<byte> Json);
