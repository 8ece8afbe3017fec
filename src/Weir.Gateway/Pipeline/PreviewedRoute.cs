using System.Collections.Immutable;
using Weir.Gateway.Admission;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Pipeline;

/// <summary>What would become of a request.</summary>
/// <param name="Parsed">The request, as the guardrails would let it pass.</param>
/// <param name="Steps">The stages that it would come to, in order; only the last one may refuse it.</param>
public sealed record PreviewedRoute(Parsed Parsed, ImmutableArray<PreviewStep> Steps)
{
    /// <summary>Null: it would not be planned, or nobody may answer.</summary>
    public Routed? Routed { get; init; }

    /// <summary>Endpoints of the models asked for that the plan has not.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Null without a plan.</summary>
    public CostPreview? Cost { get; init; }

    /// <summary>What each candidate of the plan could cost at most, in its order.</summary>
    public ImmutableArray<CostPreview> CandidateCosts { get; init; } = [];

    /// <summary>Whether a provider would be asked.</summary>
    public bool WouldBeSent => Cost is not null && Steps[^1].Refusal is null;
}
