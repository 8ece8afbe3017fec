namespace Weir.Protocol.Routing;

/// <summary>An endpoint that would not be asked, and the first reason that holds for it.</summary>
public sealed record RouteLeftOutRecord
{
    public required string Model { get; init; }
    public required string ProviderName { get; init; }
    public required string Tag { get; init; }

    /// <summary>The request's member, or the rule, that keeps it out.</summary>
    public required string Field { get; init; }

    /// <summary>What that asks, and how to ask for less; for people.</summary>
    public required string Detail { get; init; }
}
