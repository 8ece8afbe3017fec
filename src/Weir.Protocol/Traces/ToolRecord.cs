using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>A tool that a model could call.</summary>
public sealed record ToolRecord
{
    /// <summary>As sent, else from the definition; null: neither says.</summary>
    public required string? Name { get; init; }

    /// <summary>As sent, else from the definition; null: neither says.</summary>
    public required string? Description { get; init; }

    /// <summary>The tool's definition as sent: an object, or a string when it was no JSON.</summary>
    public required JsonElement Definition { get; init; }
}
