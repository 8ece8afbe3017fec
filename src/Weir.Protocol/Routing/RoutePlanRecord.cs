namespace Weir.Protocol.Routing;

/// <summary>The endpoints that a request was planned to ask, in order, as its span keeps them.</summary>
public sealed record RoutePlanRecord
{
    /// <summary>How the model was chosen: direct, fallback, auto, free, latest, alias.</summary>
    public required string Strategy { get; init; }

    /// <summary>Slug of the router that chose the model; null when the request names one.</summary>
    public required string? Router { get; init; }

    /// <summary>Every endpoint of the models asked for, whether it is in the plan or not.</summary>
    public required int Considered { get; init; }

    /// <summary>How many are in the plan; the list has the first 32.</summary>
    public required int Planned { get; init; }

    /// <summary>The members of the request, or rules, that left endpoints out, in order.</summary>
    public required IReadOnlyList<string> LeftOutBy { get; init; }

    /// <summary>In the order in which they would be asked, the first 32.</summary>
    public required IReadOnlyList<RoutePlanCandidateRecord> Candidates { get; init; }
}
