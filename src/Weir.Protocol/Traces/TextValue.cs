namespace Weir.Protocol.Traces;

/// <summary>A text that may be cut.</summary>
public sealed record TextValue
{
    /// <summary>Its first part when it was cut, all of it otherwise; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The whole length in UTF-16 code units; more than <see cref="Text"/> has when it was cut.</summary>
    public required long Length { get; init; }

    /// <summary><c>application/json</c>, <c>text/plain</c> …; null when the sender does not say.</summary>
    public required string? MimeType { get; init; }
}
