namespace Weir.Protocol.Models;

/// <summary>What a model takes, at one provider or at any.</summary>
public sealed record ModelParametersRecord
{
    /// <summary>Its slug.</summary>
    public required string Model { get; init; }

    /// <summary>Names of request members, in name order.</summary>
    public required IReadOnlyList<string> SupportedParameters { get; init; }
}
