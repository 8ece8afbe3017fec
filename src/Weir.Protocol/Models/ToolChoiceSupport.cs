namespace Weir.Protocol.Models;

/// <summary>Which values of <c>tool_choice</c> an endpoint takes.</summary>
public sealed record ToolChoiceSupport
{
    /// <summary>Whether it takes <c>none</c>: no tool is called.</summary>
    public required bool None { get; init; }

    /// <summary>Whether it takes <c>auto</c>: the model decides.</summary>
    public required bool Auto { get; init; }

    /// <summary>Whether it takes <c>required</c>: some tool is called.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether a function may be named.</summary>
    public required bool Function { get; init; }
}
