namespace Weir.Protocol.Models;

/// <summary>Which values of <c>tool_choice</c> an endpoint takes.</summary>
public sealed record ToolChoiceSupport
{
    public required bool None { get; init; }
    public required bool Auto { get; init; }
    public required bool Required { get; init; }

    /// <summary>Whether a function may be named.</summary>
    public required bool Function { get; init; }
}
