using Weir.Protocol.Primitives;

namespace Weir.Protocol.Routing;

/// <summary>What would become of a request: the answer to POST /api/weir/route. Nothing was sent, held or recorded.</summary>
public sealed record RoutePreviewRecord
{
    /// <summary>The model that the request names; null: the default one.</summary>
    public required string? Model { get; init; }

    /// <summary>Whether a provider would be asked.</summary>
    public required bool WouldBeSent { get; init; }

    /// <summary>How the model was chosen: direct, fallback, auto, free, latest, alias; null without a plan.</summary>
    public required string? Strategy { get; init; }

    /// <summary>Slug of the router that chose the model; null when the request names one.</summary>
    public required string? Router { get; init; }

    /// <summary>US dollars: what would be held, the most that it can cost; null without a plan.</summary>
    public required Usd? CostBound { get; init; }

    /// <summary>More tokens than the prompt can have; null without a plan.</summary>
    public required long? PromptTokensBound { get; init; }

    /// <summary>The most tokens that the answer can have; null without a plan.</summary>
    public required long? OutputTokensBound { get; init; }

    /// <summary>The stages that it would come to, in order; only the last one may refuse it.</summary>
    public required IReadOnlyList<RouteStageRecord> Stages { get; init; }

    /// <summary>The endpoints that would be asked, in order.</summary>
    public required IReadOnlyList<RouteCandidateRecord> Candidates { get; init; }

    /// <summary>Endpoints of the models asked for that would not be asked.</summary>
    public required IReadOnlyList<RouteLeftOutRecord> LeftOut { get; init; }
}
