namespace Weir.Protocol.Routing;

/// <summary>An endpoint of a plan that is kept.</summary>
public sealed record RoutePlanCandidateRecord
{
    public required string ProviderName { get; init; }
    public required string Tag { get; init; }
    public required string Model { get; init; }

    /// <summary>Why it stood where it stood, for people.</summary>
    public required string Reason { get; init; }

    /// <summary>US dollars a prompt token, then; decimal text.</summary>
    public required string Prompt { get; init; }

    /// <summary>US dollars a completion token, then; decimal text.</summary>
    public required string Completion { get; init; }

    public required bool IsByok { get; init; }
}
