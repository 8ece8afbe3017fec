using Weir.Gateway.Metering;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Continuation;

/// <summary>What one endpoint gave of an answer that several gave one after the other.</summary>
public sealed record AnswerPart
{
    public required Candidate Candidate { get; init; }

    /// <summary>How it was asked; null for the one that began.</summary>
    public required ContinuationWay? Way { get; init; }

    /// <summary>The provider's own id of its part.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>What the caller pays for.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>What the provider counts, as it says, or as is counted here.</summary>
    public required TokenUsage Upstream { get; init; }

    /// <summary>The first pays for the prompt; those that go on pay for what they add to the answer, at their own prices.</summary>
    public Charge Charge
    {
        get
        {
            var price = Candidate.Endpoint.Price;
            var charge = EndpointCharge.Of(Usage, Candidate.Endpoint, Way is null ? price : price.For(Upstream.Prompt) with { Request = 0, Overrides = [] });

            // The owner of a credential is billed all that the provider counts.
            return charge.IsByok ? charge with { Own = Charge.Of(Upstream, price).Taken } : charge;
        }
    }
}
