namespace Weir.Protocol.Routing;

/// <summary>An endpoint that would not be asked, and the first reason that holds for it.</summary>
public sealed record RouteLeftOutRecord
{
    /// <summary>Slug of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>What requests name the endpoint by.</summary>
    public required string Tag { get; init; }

    /// <summary>The request's member, or the rule, that keeps it out.</summary>
    public required string Field { get; init; }

    /// <summary>What that asks, and how to ask for less; for people.</summary>
    public required string Detail { get; init; }
}
