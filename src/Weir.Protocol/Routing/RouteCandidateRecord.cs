using Weir.Protocol.Console;
using Weir.Protocol.Models;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Routing;

/// <summary>An endpoint in a plan, and why it stands where it stands.</summary>
public sealed record RouteCandidateRecord
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    /// <summary>Slug of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>What requests name the endpoint by.</summary>
    public required string Tag { get; init; }

    /// <summary>For people.</summary>
    public required string Reason { get; init; }

    /// <summary>Prices of this endpoint.</summary>
    public required PricingRecord Pricing { get; init; }

    /// <summary>US dollars: the most that the request can cost here.</summary>
    public required Usd CostBound { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    /// <summary>How exactly the weights are kept, such as <c>fp8</c>; null: nobody says.</summary>
    public required string? Quantization { get; init; }

    /// <summary>Whether it would be asked with a credential of somebody's own.</summary>
    public required bool IsByok { get; init; }

    /// <summary>What routing knows of how it does; null: nothing yet.</summary>
    public required EndpointHealthRecord? Health { get; init; }
}
