namespace Weir.Protocol.Traces;

/// <summary>A call of a tool that a model asks for.</summary>
public sealed record ToolCallRecord
{
    /// <summary>For the tool's answer to name; null: the sender gave none.</summary>
    public required string? Id { get; init; }

    /// <summary>Name of the tool; empty: the sender gave none.</summary>
    public required string Name { get; init; }

    /// <summary>The arguments as the model wrote them; JSON when it kept to the rules.</summary>
    public required TextValue? Arguments { get; init; }
}
