namespace Weir.Protocol.Traces;

/// <summary>One piece of a message.</summary>
public sealed record MessagePart
{
    /// <summary><c>text</c>, <c>reasoning</c>, <c>image</c>, <c>audio</c>, <c>file</c> or whatever the sender wrote.</summary>
    public required string Type { get; init; }

    /// <summary>The text, or the transcript of an audio; null when there is none.</summary>
    public required TextValue? Text { get; init; }

    /// <summary>Address of an image, audio or file: <c>https:</c> or <c>data:</c>. Text from outside: never followed unasked.</summary>
    public required TextValue? Url { get; init; }
}
