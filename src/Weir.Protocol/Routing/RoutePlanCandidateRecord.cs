namespace Weir.Protocol.Routing;

/// <summary>An endpoint of a plan that is kept.</summary>
public sealed record RoutePlanCandidateRecord
{
    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>What requests name the endpoint by.</summary>
    public required string Tag { get; init; }

    /// <summary>Slug of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Why it stood where it stood, for people.</summary>
    public required string Reason { get; init; }

    /// <summary>US dollars a prompt token, then; decimal text.</summary>
    public required string Prompt { get; init; }

    /// <summary>US dollars a completion token, then; decimal text.</summary>
    public required string Completion { get; init; }

    /// <summary>Whether it would be asked with a credential of somebody's own.</summary>
    public required bool IsByok { get; init; }
}
