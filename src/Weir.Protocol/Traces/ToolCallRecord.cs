namespace Weir.Protocol.Traces;

/// <summary>A call of a tool that a model asks for.</summary>
public sealed record ToolCallRecord
{
    public required string? Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The arguments as the model wrote them; JSON when it kept to the rules.</summary>
    public required TextValue? Arguments { get; init; }
}
