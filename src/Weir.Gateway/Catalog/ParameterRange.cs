using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>The values that a parameter can have: those of a list, those between two numbers, or true and false.</summary>
public sealed record ParameterRange
{
    /// <summary>The list; empty: there is none.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The lowest number; null: it is not a number.</summary>
    public double? Least { get; init; }

    /// <summary>The highest number; null: it is not a number.</summary>
    public double? Most { get; init; }

    /// <summary>True and false.</summary>
    public static ParameterRange Flag { get; } = new();
}
